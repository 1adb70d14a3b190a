using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>Whether all that one pack grants is granted by another, and no later.</summary>
internal sealed class BenefitSuccession(PolicyPack before, PolicyPack after)
{
    /// <summary>The dates on which what a pack grants changes.</summary>
    public static IEnumerable<LocalDate> DatesOf(PolicyPack pack) => pack.Benefits is { } benefits
        ? benefits.Permit.Concat(benefits.Settlement).SelectMany(benefit => new[] { benefit.Since, benefit.Until }).OfType<LocalDate>()
        : [];

    /// <summary>The benefits of a day that are not granted on it any more, each with where it stands now.</summary>
    public IEnumerable<(string Id, SourceLine At)> LostOn(LocalDate day)
    {
        var permit = Lost(Ids(before.Benefits?.Permit, day), after.Benefits?.Permit ?? [], day);
        // Where a pack does not say, a settlement brings all there is.
        return after.Benefits is null
            ? permit
            : permit.Concat(Lost(before.Benefits is null ? Words<BenefitKind>.All : Ids(before.Benefits.Settlement, day), after.Benefits.Settlement, day));
    }

    private IEnumerable<(string Id, SourceLine At)> Lost(IEnumerable<string> granted, IReadOnlyList<GrantedBenefit> now, LocalDate day) => granted
        .Select(id => (Id: id, Now: now.Where(benefit => string.Equals(benefit.Id, id, StringComparison.Ordinal)).ToList()))
        .Where(benefit => !benefit.Now.Exists(one => one.IsGrantedOn(day)))
        .Select(benefit => (benefit.Id, benefit.Now is [var first, ..] ? first.At : after.At));

    private static IEnumerable<string> Ids(IReadOnlyList<GrantedBenefit>? benefits, LocalDate day) =>
        (benefits ?? []).Where(benefit => benefit.IsGrantedOn(day)).Select(benefit => benefit.Id);
}
