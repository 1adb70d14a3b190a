using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Says what a criterion asks of anybody, by the values in force on a day.</summary>
/// <param name="pack">The pack.</param>
/// <param name="texts">The language's sentences.</param>
/// <param name="day">The day.</param>
internal sealed class AskSentences(PolicyPack pack, PackTexts texts, LocalDate day)
{
    private readonly Grammar _grammar = texts.Grammar;

    /// <summary>What the criteria ask in a district class, each with what it rests on; those not asked then or there are left out.</summary>
    public IEnumerable<(string Text, Citation Citation)> Of(PolicyRoute route, string? districtClass) =>
        Asked(route.All, districtClass).Select(criterion => (Of(criterion, districtClass), CitationOf(criterion) ?? route.Citation));

    // Several of which nothing is asked then and there ask nothing themselves.
    // Of a district the pack does not know, what is asked in some classes only cannot be said. Several criteria are asked where one of them is.
    private IEnumerable<RouteCriterion> Asked(IReadOnlyList<RouteCriterion> criteria, string? districtClass) => criteria.Where(criterion =>
        criterion.IsAskedOn(day)
        && (districtClass is null ? criterion.DistrictClasses.Count == 0 : criterion.IsAskedIn(districtClass))
        && (criterion.Of.Count == 0 || Asked(criterion.Of, districtClass).Any()));

    private Citation? CitationOf(RouteCriterion criterion) =>
        criterion.Parameters.Values.Select(name => Value(name)?.Citation).FirstOrDefault(citation => citation is not null)
        ?? criterion.Of.Select(CitationOf).FirstOrDefault(citation => citation is not null);

    private string Of(RouteCriterion criterion, string? districtClass)
    {
        var period = Period(criterion, CriterionRole.Period, districtClass);
        var kind = Words<CriterionKind>.WordFor(criterion.Kind);
        var kinds = ("kinds", (TextValue)_grammar.Or([.. PackTerms.KeysOf(criterion).Select(key => texts.Say(key))]));
        switch (criterion.Kind)
        {
            case CriterionKind.Work:
                var places = ("workplaces", (TextValue)Workplaces(criterion));
                return period is null
                    ? texts.Say("asks.contract", ("contract", Period(criterion, CriterionRole.Contract, districtClass) ?? ""), kinds, places)
                    : texts.Say("asks.work", ("period", period), kinds, places);
            case CriterionKind.Residence or CriterionKind.Insurance or CriterionKind.Study:
                return texts.Say("asks." + kind, ("period", period ?? ""));
            case CriterionKind.Dwelling or CriterionKind.Investment or CriterionKind.Permit or CriterionKind.Family:
                return period is null ? texts.Say("asks." + kind, kinds) : texts.Say($"asks.{kind}For", ("period", period), kinds);
            case CriterionKind.Tax:
                return texts.Say("asks.tax", ("amount", _grammar.Money(Number(criterion, CriterionRole.Amount, districtClass) ?? 0)), ("years", Number(criterion, CriterionRole.Years, districtClass) ?? 1));
            case CriterionKind.Age:
                return texts.Say("asks.age", ("limits", AgeLimits(criterion, districtClass)));
            case CriterionKind.Points:
                return Number(criterion, CriterionRole.Minimum, districtClass) is > 0 and { } least
                    ? texts.Say("asks.points", ("points", least))
                    : texts.Say("asks.pointsByRank");
            case CriterionKind.All or CriterionKind.Any or CriterionKind.AtLeast:
                var parts = Asked(criterion.Of, districtClass).Select(part => Of(part, districtClass)).ToList();
                return texts.Say("asks." + kind, ("count", criterion.Count ?? 1), ("parts", criterion.Kind == CriterionKind.Any ? _grammar.Or(parts) : _grammar.And(parts)));
            default:
                return texts.Say("asks." + kind, kinds);
        }
    }

    private string Workplaces(RouteCriterion criterion) => criterion.Workplaces.Count == 0 ? "" : texts.Say(
        "asks.workplaces",
        ("workplaces", _grammar.Or([.. criterion.Workplaces.Select(place => texts.Say("workplace." + Words<Workplace>.WordFor(place)))])));

    private string AgeLimits(RouteCriterion criterion, string? districtClass)
    {
        var limits = new List<string>(3);
        foreach (var (role, key) in (ReadOnlySpan<(string, string)>)[(CriterionRole.AtLeast, "has.ageAtLeast"), (CriterionRole.AtMost, "has.ageAtMost"), (CriterionRole.WomenAtMost, "asks.womenAtMost")])
        {
            if (Number(criterion, role, districtClass) is { } years)
            {
                limits.Add(texts.Say(key, ("years", years)));
            }
        }

        return string.Join(_grammar.BetweenNames, limits);
    }

    private string? Period(RouteCriterion criterion, string role, string? districtClass) =>
        Text(criterion, role, districtClass) is { } text ? _grammar.Asked(Quantity.TryPeriod(text)!) : null;

    private decimal? Number(RouteCriterion criterion, string role, string? districtClass) =>
        Text(criterion, role, districtClass) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private string? Text(RouteCriterion criterion, string role, string? districtClass) =>
        criterion.Parameter(role) is { } name ? Value(name)?.For(districtClass) : null;

    private ParameterValue? Value(string name) => pack.Parameters.First(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)).On(day);
}
