using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The clock stands still.</summary>
/// <param name="Since">The first day that does not count.</param>
/// <param name="Why">What stopped it.</param>
public sealed record AccrualSuspended(LocalDate Since, GapReason Why) : CaseEvent;
