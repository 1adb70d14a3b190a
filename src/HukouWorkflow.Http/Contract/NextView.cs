using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>What the person must do next.</summary>
/// <param name="What">What.</param>
/// <param name="From">The first day on which it can be done.</param>
/// <param name="By">The last day on which it is in time.</param>
public sealed record NextView(
    DueKind What,
    LocalDate From,
    LocalDate By);
