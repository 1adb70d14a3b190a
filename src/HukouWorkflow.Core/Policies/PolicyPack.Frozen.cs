using NodaTime;

namespace HukouWorkflow.Core.Policies;

public sealed partial record PolicyPack
{
    /// <summary>
    /// The same pack with the rules of one day alone, for all time and everybody, as if there had been none before and none
    /// came after: to compare what two dates' rules make of the same people. Routes and parameters, which judge nothing, stay
    /// as they are written.
    /// </summary>
    /// <param name="day">The day whose rules are kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version was in force on that day. Ask <see cref="VersionOn"/> first.</exception>
    public PolicyPack FrozenOn(LocalDate day) => this with
    {
        Versions = [VersionOn(day)?.ForAllTime() ?? throw new ArgumentOutOfRangeException(nameof(day), day, "No version of the pack was in force on that day.")],
        Family = [.. Family.Where(terms => terms.IsInForceOn(day)).Select(terms => terms with { Since = LocalDate.MinIsoValue, Until = null })],
        Benefits = Benefits is null ? null : Benefits with { Settlement = [.. Benefits.Settlement.Where(benefit => benefit.IsGrantedOn(day)).Select(benefit => benefit with { Since = LocalDate.MinIsoValue, Until = null })] },
        MinimumAge = MinimumAge?.On(day) is { } age ? MinimumAge with { Values = [age with { From = LocalDate.MinIsoValue }] } : null,
    };
}
