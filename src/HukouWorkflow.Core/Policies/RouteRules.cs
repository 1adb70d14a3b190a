using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A route as one version asks it in one district class: every value is resolved.</summary>
/// <param name="route">The route.</param>
/// <param name="all">What it asks.</param>
/// <param name="quota">The place within the annual quota that it asks on top, or null where it is not ranked.</param>
internal sealed class RouteRules(PolicyRoute route, IReadOnlyList<Criterion> all, QuotaCriterion? quota)
{
    private readonly string _rule = "route:" + route.Id;
    private readonly SeveralCriterion _conditions = new(SeveralCriterion.All, all.Count, all);

    // Clocks last: where anything else is never met, none of them need be read.
    private readonly Criterion[] _cheapestFirst = [.. (quota is null ? all : all.Append(quota))
        .OrderBy(criterion => criterion is ClockCriterion or SeveralCriterion or PointsCriterion)];

    public string Id => route.Id;

    public bool IsRanked => quota is not null;

    // In the pack's order, with the place within the quota last.
    private IEnumerable<Criterion> Asked => quota is null ? all : all.Append(quota);

    /// <summary>Whether everything but the place is there.</summary>
    public Weighing WeighConditions(StatedCase stated) => _conditions.Weigh(stated);

    /// <summary>The day all of it is or will be met, or null. Ask <see cref="StatedCase.MetOn"/>, which remembers.</summary>
    public LocalDate? MetOn(StatedCase stated)
    {
        var last = LocalDate.MinIsoValue;
        LocalDate? until = null;
        foreach (var criterion in _cheapestFirst)
        {
            var weighing = stated.Weigh(criterion);
            if (weighing.MetOn is not { } day)
            {
                return null;
            }

            last = LocalDate.Max(last, day);
            until = weighing.Until is { } ends && !(until <= ends) ? ends : until;
        }

        return until <= last ? null : last;
    }

    /// <summary>Whether another version asks exactly the same on this route.</summary>
    /// <param name="other">What it asks; its criteria are of the same pack, where equal ones are one.</param>
    public bool AsksTheSame(RouteRules other) =>
        string.Equals(Id, other.Id, StringComparison.Ordinal) && Asked.SequenceEqual(other.Asked);

    /// <summary>The same with its reasons. Ask <see cref="StatedCase.Judge(RouteRules)"/>, which remembers.</summary>
    public Finding Judge(StatedCase stated)
    {
        var children = new Finding[all.Count + (quota is null ? 0 : 1)];
        var parts = new Weighing[children.Length];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = stated.Judge(i < all.Count ? all[i] : quota!);
            parts[i] = children[i].Weighing;
        }

        var weighing = Weighing.All(parts);
        return new Finding(_rule, weighing.Verdict, weighing.MetOn, [], [], route.Citation, [], children) { Until = weighing.Until };
    }
}
