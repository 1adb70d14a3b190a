using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>What the same facts come to in several cities.</summary>
/// <param name="AsOf">The day of the estimates.</param>
/// <param name="Soonest">The city whose conditions are met first, or null where none will be as things stand.</param>
/// <param name="Estimates">An estimate a city, the soonest first; those without a day last, as they were asked for.</param>
public sealed record ComparisonView(LocalDate AsOf, DivisionCode? Soonest, IReadOnlyList<EstimateView> Estimates);
