using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

[Properties(Arbitrary = [typeof(Days)], MaxTest = 500)]
public sealed class EvaluationProperties
{
    [Property]
    public bool Given_two_starts_When_evaluated_Then_the_later_never_matures_earlier(LocalDate start, byte later, LocalDate awayFrom, byte awayDays)
    {
        var absences = new[] { new DateSpan(awayFrom, awayFrom.PlusDays(2 * awayDays)) };
        var earlier = Residents.Since(start) with { Absences = absences };
        var laterOne = Residents.Since(start.PlusDays(later)) with { Absences = absences };

        return IsNotAfter(Best(earlier).MetOn, Best(laterOne).MetOn);
    }

    [Property]
    public bool Given_a_case_When_a_newer_version_comes_into_force_Then_the_day_never_moves_back(LocalDate start, LocalDate work, LocalDate applied, LocalDate today)
    {
        var facts = Residents.Since(start) with
        {
            Employment = [new EmploymentSpell(EmploymentKind.Contract, new DateSpan(work, null))],
            Insurance = [new DateSpan(work, null)],
        };
        var pack = ShippedPacks.Chongqing;
        var results = pack.Evaluate(facts, applied, LocalDate.Max(applied, today), []).Results;

        return results.Skip(1).Select((_, newer) => (Fewer: BestOf(results.Take(newer + 1)), More: BestOf(results.Take(newer + 2)))).All(pair => IsNotAfter(pair.More, pair.Fewer))
            && results.Skip(1).All(result => result.MetOn is null || result.MetOn >= result.Version);
    }

    [Property]
    public bool Given_a_case_When_evaluated_Then_every_finding_is_met_exactly_from_its_day(LocalDate start, LocalDate work, LocalDate owned, LocalDate taxed, LocalDate today)
    {
        var facts = Residents.Since(start) with
        {
            Employment = [new EmploymentSpell(EmploymentKind.Contract, new DateSpan(work, null))],
            Dwellings = [new DwellingSince(owned, Dwelling.Owned)],
            Taxes = [new TaxYear(taxed.Year, new Yuan(60_000))],
        };
        var evaluation = ShippedPacks.Chongqing.Evaluate(facts, Days.First, today, []);

        return evaluation.Results.SelectMany(result => Flatten(result.Tree))
            .All(finding => (finding.Verdict == Verdict.Met) == (finding.MetOn <= today));
    }

    private static VersionEvaluation Best(SettlementFacts facts) => ShippedPacks.Chongqing.Evaluate(facts, Days.First, new LocalDate(2040, 1, 1), []).Best;

    private static LocalDate? BestOf(IEnumerable<VersionEvaluation> results) => results.Min(result => result.MetOn ?? LocalDate.MaxIsoValue);

    private static bool IsNotAfter(LocalDate? left, LocalDate? right) => right is null || left <= right;

    private static IEnumerable<Finding> Flatten(Finding finding) => finding.Children.SelectMany(Flatten).Prepend(finding);
}
