using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>The residence clock.</summary>
/// <param name="Required">The residence asked for.</param>
/// <param name="CreditedDays">Days counted so far.</param>
/// <param name="CountsFrom">The day from which the time is reckoned once every gap is in.</param>
/// <param name="MaturesOn">The day the conditions are or will be complete by the earliest route, or null as things stand.</param>
/// <param name="Gaps">Days that do not count.</param>
/// <param name="Next">What is due next.</param>
public sealed record ClockView(
    Period Required,
    int CreditedDays,
    LocalDate? CountsFrom,
    LocalDate? MaturesOn,
    IReadOnlyList<Gap> Gaps,
    NextView? Next);
