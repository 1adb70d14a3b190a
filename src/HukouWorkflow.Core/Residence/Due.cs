using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>Something the person must do for the count to go on.</summary>
/// <param name="What">What must be done.</param>
/// <param name="From">The first day on which it can be done.</param>
/// <param name="By">The last day on which it is in time; it may have passed.</param>
public readonly record struct Due(DueKind What, LocalDate From, LocalDate By);
