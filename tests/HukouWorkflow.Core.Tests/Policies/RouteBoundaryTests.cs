using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>Every route of the shipped packs in every version and district class: what it asks, and the day on which it is met by somebody who has it all from one day on.</summary>
public sealed class RouteBoundaryTests
{
    // A year after 29 February there is none: the day on which a sum of years is easiest to get wrong.
    private static readonly LocalDate LeapDay = new(2012, 2, 29);

    private static readonly CriterionKind[] HeldFromOneDay =
    [
        CriterionKind.Residence, CriterionKind.Work, CriterionKind.Insurance, CriterionKind.Study, CriterionKind.Dwelling, CriterionKind.Permit,
        CriterionKind.Investment, CriterionKind.Qualification, CriterionKind.NoRecord, CriterionKind.Age,
    ];

    private static readonly Dictionary<string, AskedRoute> Routes = (
        from pack in ShippedPacks.Book.Packs
        from version in pack.Versions
        from districtClass in pack.ClassTitles.Keys
        from route in pack.Routes
        where IsWithin(route.Since, version.From, route.Until)
        let asked = route.All.SelectMany(criterion => Leaves(criterion, version.From, districtClass)).ToList()
        where asked.Count > 0
        select new AskedRoute(pack, version.From, districtClass, route, asked)).ToDictionary(route => route.Label, StringComparer.Ordinal);

    private static readonly Dictionary<string, (AskedRoute Route, LocalDate First)> Times = (
        from route in Routes.Values
        where route.Periods.Any() && route.Route.All.All(criterion => criterion.Of.Count == 0) && route.Asked.All(criterion => HeldFromOneDay.Contains(criterion.Kind))
        from first in new[] { route.Version, LeapDay }
        select (route, first)).ToDictionary(row => $"{row.route.Label}, all from {row.first:uuuu'-'MM'-'dd}", StringComparer.Ordinal);

    public static TheoryData<string> AskedRoutes() => LabelledRows.Of(nameof(Given_a_route_under_a_version_When_judged_Then_it_asks_for_the_values_written_for_its_first_day), Routes.Keys);

    public static TheoryData<string> TimedRoutes() => LabelledRows.Of(nameof(Given_everything_from_one_day_on_When_the_longest_time_asked_is_over_Then_the_route_is_met_and_not_the_day_before), Times.Keys);

    // What was once in force stays in its pack, so there are only ever more. Beijing adds up points, and small cities ask for no time.
    [Fact]
    public void Given_the_shipped_packs_When_their_routes_are_counted_Then_none_has_gone_missing()
    {
        Assert.InRange(Routes.Count, 171, int.MaxValue);
        Assert.InRange(Times.Count, 174, int.MaxValue);
        Assert.Superset(
            new HashSet<string>(["chongqing", "guangzhou", "large-city", "medium-city", "shanghai", "shenzhen"], StringComparer.Ordinal),
            Times.Values.Select(row => row.Route.Pack.Id).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AskedRoutes))]
    public void Given_a_route_under_a_version_When_judged_Then_it_asks_for_the_values_written_for_its_first_day(string label)
    {
        var route = Routes[label];
        var figures = Enum.GetValues<Sex>()
            .SelectMany(sex => Flatten(route.In(route.Evaluate(route.Version, route.Version, sex))))
            .SelectMany(finding => finding.Figures)
            .ToList();

        Assert.All(route.Asked.SelectMany(criterion => criterion.Parameters), use => Assert.Contains(
            new Figure(NameOfFigure(use.Key), route.Written(use.Value), UnitOf(route.Pack, use.Value)),
            figures));
    }

    [Theory]
    [MemberData(nameof(TimedRoutes))]
    public void Given_everything_from_one_day_on_When_the_longest_time_asked_is_over_Then_the_route_is_met_and_not_the_day_before(string label)
    {
        var (route, first) = Times[label];
        var due = route.Periods.Max(period => first + period);
        var (dayBefore, onTheDay) = (route.Evaluate(first, due.PlusDays(-1)), route.Evaluate(first, due));

        Assert.Equal((due, Verdict.NotMet), (route.In(dayBefore).MetOn, route.In(dayBefore).Verdict));
        Assert.Equal((due, Verdict.Met), (route.In(onTheDay).MetOn, route.In(onTheDay).Verdict));
        // What decides is reckoned on another way than what explains.
        Assert.Equal(onTheDay.Tree.Children.Min(each => each.MetOn), onTheDay.MetOn);
    }

    private static IEnumerable<RouteCriterion> Leaves(RouteCriterion criterion, LocalDate day, string districtClass) =>
        !IsWithin(criterion.Since, day, criterion.Until) || (criterion.DistrictClasses.Count > 0 && !criterion.DistrictClasses.Contains(districtClass, StringComparer.Ordinal)) ? []
        : criterion.Of.Count == 0 ? [criterion]
        : criterion.Of.SelectMany(of => Leaves(of, day, districtClass));

    // What the product says is open or asked is itself tried here.
    private static bool IsWithin(LocalDate? since, LocalDate day, LocalDate? until) => (since ?? day) <= day && day < (until ?? LocalDate.MaxIsoValue);

    private static IEnumerable<Finding> Flatten(Finding finding) => finding.Children.SelectMany(Flatten).Prepend(finding);

    private static string NameOfFigure(string role) => role switch
    {
        CriterionRole.Period or CriterionRole.Amount or CriterionRole.Minimum => "required",
        CriterionRole.WomenAtMost => "atMost",
        _ => role,
    };

    private static string UnitOf(PolicyPack pack, string parameter) =>
        Words<ParameterUnit>.WordFor(pack.Parameters.Single(each => string.Equals(each.Name, parameter, StringComparison.Ordinal)).Unit);

    private sealed record AskedRoute(PolicyPack Pack, LocalDate Version, string DistrictClass, PolicyRoute Route, IReadOnlyList<RouteCriterion> Asked)
    {
        public string Label => $"{Pack.Id} {Version:uuuu'-'MM'-'dd} {DistrictClass}: {Route.Id}";

        // The sum is done here from the written text, so that no clock of the product has a part in it.
        public IEnumerable<Period> Periods => Asked
            .Select(criterion => criterion.Parameter(CriterionRole.Period))
            .OfType<string>()
            .Select(parameter => PeriodPattern.Roundtrip.Parse(Written(parameter)).Value);

        public string Written(string parameter) => WrittenValue.On(Pack.Id, parameter, Version)!.For(DistrictClass);

        /// <summary>What its version alone makes, on a day, of somebody who has all it asks from a first day on.</summary>
        public VersionEvaluation Evaluate(LocalDate first, LocalDate today, Sex? sex = null) =>
            Pack.FrozenOn(Version).Evaluate(Holder(first) with { Sex = sex }, Version, today, []).Best;

        public Finding In(VersionEvaluation evaluation) =>
            evaluation.Tree.Children.Single(finding => string.Equals(finding.Rule, "route:" + Route.Id, StringComparison.Ordinal));

        private SettlementFacts Holder(LocalDate first)
        {
            var district = Pack.DistrictClasses.First(each => string.Equals(each.Value, DistrictClass, StringComparison.Ordinal)).Key;
            return new SettlementFacts
            {
                City = Pack.Cities.First(district.IsIn),
                Registration = Registration.External,
                Hukou = HukouKind.Rural,
                ResidenceFrom = first,
                Basis = ResidenceBasis.Permit,
                Abodes = [new Abode(first, district)],
                Endorsements = [.. Enumerable.Range(1, 10).Select(first.PlusYears)],
                Employment = [.. Asked.Where(criterion => criterion.Kind is CriterionKind.Work or CriterionKind.Investment).Select(criterion => Work(criterion, first))],
                Insurance = [new DateSpan(first, null)],
                Study = [new DateSpan(first, null)],
                Dwellings = [.. Asked.SelectMany(criterion => criterion.Dwellings.Take(1)).Select(kind => new DwellingSince(first, kind))],
                BornIn = first.Year - 30,
                Qualifications = [.. Asked.SelectMany(criterion => criterion.Qualifications.Take(1)).Select(kind => new Qualification(kind, first))],
                NoRecord = true,
                Place = new AllottedPlace(first.Year, first, Rank: 1, Points: 0),
            };
        }

        private static EmploymentSpell Work(RouteCriterion asked, LocalDate first) =>
            new(asked.Kind == CriterionKind.Investment ? EmploymentKind.Investment : asked.Work[0], new DateSpan(first, null))
            {
                Workplace = asked.Workplaces.Count == 0 ? null : asked.Workplaces[0],
            };
    }
}
