using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Cases;

/// <summary>Time earned in another place before residence was taken up in the city.</summary>
/// <param name="Place">The division it was earned in.</param>
/// <param name="What">What was earned.</param>
/// <param name="Span">Its days.</param>
public readonly record struct TimeElsewhere(DivisionCode Place, Accrual What, DateSpan Span);
