using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>Days that do not count, and why.</summary>
/// <param name="From">The first day that does not count.</param>
/// <param name="To">The day the count goes on, or null where it stands still to this day.</param>
/// <param name="Why">What stopped the count.</param>
public readonly record struct Gap(LocalDate From, LocalDate? To, GapReason Why);
