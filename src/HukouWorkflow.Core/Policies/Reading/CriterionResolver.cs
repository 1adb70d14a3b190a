using System.Globalization;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Fixes the values of the criteria of one version, and holds those of work and insurance against the ceiling.</summary>
internal sealed class CriterionResolver(
    string cityClass,
    IReadOnlyDictionary<string, PolicyParameter> parameters,
    Ceilings ceilings,
    ICollection<PackProblem> problems,
    LocalDate from,
    LocalDate? until)
{
    /// <summary>The criteria asked in a district class under the version.</summary>
    /// <param name="criteria">As the pack writes them.</param>
    /// <param name="route">The route they belong to.</param>
    /// <param name="districtClass">The class, or null for a person whose district the pack does not know.</param>
    public IReadOnlyList<Criterion> ResolveAll(IReadOnlyList<RouteCriterion> criteria, PolicyRoute route, string? districtClass) =>
        [.. criteria.Select(criterion => Resolve(criterion, route, districtClass)).OfType<Criterion>()];

    private Criterion? Resolve(RouteCriterion criterion, PolicyRoute route, string? districtClass)
    {
        var isElsewhere = districtClass is not null
            && criterion.DistrictClasses.Count > 0
            && !criterion.DistrictClasses.Contains(districtClass, StringComparer.Ordinal);
        if (isElsewhere || criterion.Since > from)
        {
            return null;
        }

        if (criterion.Kind == CriterionKind.Any)
        {
            var any = ResolveAll(criterion.Any, route, districtClass);
            return any.Count == 0 ? null : new AnyCriterion("any", any);
        }

        var values = CriterionRole.Of(criterion.Kind)
            .Where(role => role.IsRequired)
            .Select(role => ValueOf(criterion, role, route))
            .ToList();
        if (values.Contains(null))
        {
            return null;
        }

        var rule = RuleOf(criterion);
        var citation = values.Count > 0 ? values[0]!.Citation : route.Citation;
        var texts = values.Select(value => value!.For(districtClass)).ToList();
        return texts.Contains(null) || (districtClass is null && criterion.DistrictClasses.Count > 0)
            ? new UnplacedCriterion(rule, citation)
            : Make(criterion, rule, citation, values, texts!);
    }

    private Criterion Make(RouteCriterion criterion, string rule, Citation citation, List<ParameterValue?> values, List<string> texts)
    {
        switch (criterion.Kind)
        {
            case CriterionKind.Residence:
                return new ResidenceCriterion(citation);
            case CriterionKind.Work:
                return new WorkCriterion(citation, UnderCeiling(texts[0], values[0]!), criterion.Work);
            case CriterionKind.Insurance:
                return new InsuranceCriterion(citation, UnderCeiling(texts[0], values[0]!));
            case CriterionKind.Dwelling:
                return new DwellingCriterion(citation, criterion.Dwellings);
            default:
                var amount = new Yuan(decimal.Parse(texts[0], CultureInfo.InvariantCulture));
                return new TaxCriterion(rule, citation, amount, int.Parse(texts[1], CultureInfo.InvariantCulture));
        }
    }

    private static string RuleOf(RouteCriterion criterion) => criterion.Kind == CriterionKind.Tax
        ? "tax:" + criterion.Parameter(CriterionRole.Amount)
        : Words<CriterionKind>.WordFor(criterion.Kind);

    private ParameterValue? ValueOf(RouteCriterion criterion, CriterionRole role, PolicyRoute route)
    {
        var name = criterion.Parameter(role.Name)!;
        var value = parameters[name].On(from);
        if (value is null)
        {
            problems.Add(new(criterion.At.File, criterion.At.Line, "notInForce", $"The route '{route.Id}' needs '{name}' from {from:uuuu'-'MM'-'dd}, when it has no value yet. Give it one, or let the criterion begin later with 'since'."));
        }

        return value;
    }

    private Period UnderCeiling(string text, ParameterValue value)
    {
        var asked = Quantity.TryPeriod(text)!;
        if (ceilings.Exceeded(cityClass, asked, from, until) is { } ceiling)
        {
            var most = ceiling.Maximum!.Equals(Period.Zero) ? "none" : ceiling.Maximum.ToString();
            problems.Add(new(
                value.At.File,
                value.At.Line,
                "ceiling",
                $"{text} of work or insurance exceeds what {ceiling.Citation.Document}, {ceiling.Citation.Article} allows a city of the class '{cityClass}' from {ceiling.From:uuuu'-'MM'-'dd}: {most}. Ask no more, and let the value end when the ceiling begins."));
        }

        return asked;
    }
}
