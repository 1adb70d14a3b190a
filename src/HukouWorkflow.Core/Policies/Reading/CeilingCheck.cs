using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>
/// Holds one version against the national ceilings of its days. Any one route suffices to be settled, so a city keeps within the
/// law where in every district class one route does; further routes only open more doors.
/// </summary>
internal sealed class CeilingCheck(
    string cityClass,
    Ceilings ceilings,
    IReadOnlyDictionary<string, PolicyParameter> parameters,
    LocalDate from,
    LocalDate? until)
{
    private readonly IReadOnlyList<Ceiling> _inForce = ceilings.InForce(cityClass, from, until);

    /// <summary>By what every route open in a district class exceeds a ceiling, or nothing where one keeps within all.</summary>
    public IReadOnlyList<PackProblem> Excesses(IReadOnlyList<PolicyRoute> open, string districtClass)
    {
        var byRoute = open.Select(route => Of(route.All, districtClass).ToList()).ToList();
        return byRoute.Exists(excesses => excesses.Count == 0) ? [] : [.. byRoute.SelectMany(excesses => excesses)];
    }

    private IEnumerable<PackProblem> Of(IReadOnlyList<RouteCriterion> all, string districtClass) => all.SelectMany(criterion => Of(criterion, districtClass));

    private IEnumerable<PackProblem> Of(RouteCriterion criterion, string districtClass)
    {
        if (!criterion.IsAskedIn(districtClass) || !criterion.IsAskedOn(from))
        {
            return [];
        }

        switch (criterion.Kind)
        {
            case CriterionKind.All:
                return Of(criterion.Of, districtClass);
            case CriterionKind.Any or CriterionKind.AtLeast:
                var parts = criterion.Of.Select(part => Of(part, districtClass).ToList()).ToList();
                return parts.Count(excesses => excesses.Count == 0) >= (criterion.Count ?? 1) ? [] : parts.SelectMany(excesses => excesses);
            default:
                return _inForce.Select(ceiling => Of(criterion, districtClass, ceiling)).OfType<PackProblem>();
        }
    }

    private PackProblem? Of(RouteCriterion criterion, string districtClass, Ceiling ceiling)
    {
        if (ceiling.MayAsk is { } mayAsk && !mayAsk.Contains(criterion.Kind))
        {
            return new(
                criterion.At.File,
                criterion.At.Line,
                "ceiling",
                $"'{Words<CriterionKind>.WordFor(criterion.Kind)}' exceeds what {Source(ceiling)} lets a city of the class '{cityClass}' ask from {ceiling.From:uuuu'-'MM'-'dd}: {string.Join(", ", mayAsk.Select(Words<CriterionKind>.WordFor))}. Ask no more, or open a route that does not.");
        }

        if (criterion.Kind is not (CriterionKind.Work or CriterionKind.Insurance)
            || criterion.Parameter(CriterionRole.Period) is not { } name
            || parameters[name].On(from) is not { } value
            || value.For(districtClass) is not { } text
            || !ceiling.IsExceededBy(Quantity.TryPeriod(text)!))
        {
            return null;
        }

        var most = ceiling.Maximum!.Equals(Period.Zero) ? "none" : ceiling.Maximum.ToString();
        return new(
            value.At.File,
            value.At.Line,
            "ceiling",
            $"{text} of work or insurance exceeds what {Source(ceiling)} allows a city of the class '{cityClass}' from {ceiling.From:uuuu'-'MM'-'dd}: {most}. Ask no more, and let the value end when the ceiling begins.");
    }

    private static string Source(Ceiling ceiling) => $"{ceiling.Citation.Document}, {ceiling.Citation.Article}";
}
