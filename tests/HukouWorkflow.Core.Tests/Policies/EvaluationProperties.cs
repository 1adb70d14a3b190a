using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class EvaluationProperties
{
    private static readonly LocalDate Epoch = new(2012, 1, 1);

    [Property]
    public bool Given_two_starts_When_evaluated_Then_the_later_never_matures_earlier(ushort start, byte later, ushort awayFrom, byte awayDays)
    {
        var absences = new[] { new DateSpan(Day(awayFrom), Day(awayFrom).PlusDays(2 * awayDays)) };
        var earlier = Residents.Since(Day(start)) with { Absences = absences };
        var laterOne = Residents.Since(Day(start).PlusDays(later)) with { Absences = absences };

        return IsNotAfter(Best(earlier).MetOn, Best(laterOne).MetOn);
    }

    [Property]
    public bool Given_a_case_When_a_newer_version_comes_into_force_Then_the_day_never_moves_back(ushort start, ushort work, ushort applied, ushort today)
    {
        var facts = Residents.Since(Day(start)) with
        {
            Employment = [new EmploymentSpell(EmploymentKind.Contract, new DateSpan(Day(work), null))],
            Insurance = [new DateSpan(Day(work), null)],
        };
        var pack = ShippedPacks.Chongqing;
        var under = Day(applied);
        var results = pack.Evaluate(facts, under, LocalDate.Max(under, Day(today)), []).Results;

        return results.Skip(1).Select((_, newer) => (Fewer: BestOf(results.Take(newer + 1)), More: BestOf(results.Take(newer + 2)))).All(pair => IsNotAfter(pair.More, pair.Fewer))
            && results.Skip(1).All(result => result.MetOn is null || result.MetOn >= result.Version);
    }

    [Property]
    public bool Given_a_case_When_evaluated_Then_every_finding_is_met_exactly_from_its_day(ushort start, ushort work, ushort owned, ushort taxed, ushort today)
    {
        var facts = Residents.Since(Day(start)) with
        {
            Employment = [new EmploymentSpell(EmploymentKind.Contract, new DateSpan(Day(work), null))],
            Dwellings = [new DwellingSince(Day(owned), Dwelling.Owned)],
            Taxes = [new TaxYear(Day(taxed).Year, new Yuan(60_000))],
        };
        var evaluation = ShippedPacks.Chongqing.Evaluate(facts, Epoch, Day(today), []);

        return evaluation.Results.SelectMany(result => Flatten(result.Tree))
            .All(finding => (finding.Verdict == Verdict.Met) == (finding.MetOn <= Day(today)));
    }

    private static LocalDate Day(ushort days) => Epoch.PlusDays(days % 5500);

    private static VersionEvaluation Best(SettlementFacts facts) => ShippedPacks.Chongqing.Evaluate(facts, Epoch, new LocalDate(2040, 1, 1), []).Best;

    private static LocalDate? BestOf(IEnumerable<VersionEvaluation> results) => results.Min(result => result.MetOn ?? LocalDate.MaxIsoValue);

    private static bool IsNotAfter(LocalDate? left, LocalDate? right) => right is null || left <= right;

    private static IEnumerable<Finding> Flatten(Finding finding) => finding.Children.SelectMany(Flatten).Prepend(finding);
}
