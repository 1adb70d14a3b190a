using System.Globalization;
using HukouWorkflow.Core.Policies.Reading;

namespace HukouWorkflow.Core.Policies.Succession;

using PointsTable = IReadOnlyList<(PointsEntry Entry, IReadOnlyDictionary<string, string> Values)>;

/// <summary>Whether whoever meets one criterion certainly meets another, and no later.</summary>
/// <param name="pointsBefore">The points table that goes with the one.</param>
/// <param name="pointsAfter">The points table that goes with the other.</param>
internal sealed class CriterionOrder(PointsTable pointsBefore, PointsTable pointsAfter)
{
    /// <summary>Whether a criterion is met by everybody who met the one before, from the same day at the latest.</summary>
    public bool IsNoStricter(WrittenCriterion before, WrittenCriterion after)
    {
        if (before.Values is null || after.Values is null)
        {
            // Nobody meets what cannot be placed.
            return before.Values is null;
        }

        if (!before.IsOfSeveral && !after.IsOfSeveral)
        {
            return before.Kind == after.Kind && IsNoStricterAlone(before, after);
        }

        return (after.IsOfSeveral && after.Count == after.Of.Count && after.Of.All(part => IsNoStricter(before, part)))
            || (before.IsOfSeveral && before.Count == 1 && before.Of.All(part => IsNoStricter(part, after)))
            || (before.IsOfSeveral && before.Count == before.Of.Count && before.Of.Any(part => IsNoStricter(part, after)))
            || (after.IsOfSeveral && after.Count == 1 && after.Of.Any(part => IsNoStricter(before, part)))
            || (before.IsOfSeveral && after.IsOfSeveral && after.Count <= before.Count && EachHasOneOfItsOwn(before.Of, after.Of));
    }

    private bool EachHasOneOfItsOwn(IReadOnlyList<WrittenCriterion> before, IReadOnlyList<WrittenCriterion> after)
    {
        var free = after.ToList();
        return before.All(part => free.FindIndex(one => IsNoStricter(part, one)) is >= 0 and var index && RemoveAt(free, index));
    }

    private static bool RemoveAt(List<WrittenCriterion> free, int index)
    {
        free.RemoveAt(index);
        return true;
    }

    private bool IsNoStricterAlone(WrittenCriterion before, WrittenCriterion after)
    {
        var (was, becomes) = (before.Written, after.Written);
        return IsWithin(was.Work, becomes.Work)
            && IsWithin(was.Dwellings, becomes.Dwellings)
            && IsWithin(was.Qualifications, becomes.Qualifications)
            && IsWithin(was.Relations, becomes.Relations)
            && (becomes.Workplaces.Count == 0 || (was.Workplaces.Count > 0 && IsWithin(was.Workplaces, becomes.Workplaces)))
            && HaveTheSameForm(before, after)
            && CriterionRole.Of(before.Kind).All(role => IsNoStricter(role.Name, before.Values!.GetValueOrDefault(role.Name), after.Values!.GetValueOrDefault(role.Name)))
            && (before.Kind != CriterionKind.Points || PointsOrder.IsNoLess(pointsBefore, pointsAfter));
    }

    // With a period these count time, and without they look at today: neither is certainly met before the other.
    private static bool HaveTheSameForm(WrittenCriterion before, WrittenCriterion after) => before.Kind switch
    {
        CriterionKind.Work or CriterionKind.Dwelling or CriterionKind.Investment => before.Values!.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(after.Values!.Keys),
        CriterionKind.Age => before.Values!.ContainsKey(CriterionRole.WomenAtMost) == after.Values!.ContainsKey(CriterionRole.WomenAtMost),
        _ => true,
    };

    private static bool IsNoStricter(string role, string? before, string? after) => after is null || (before is not null && role switch
    {
        CriterionRole.Period or CriterionRole.Contract => PeriodOrder.IsNoLonger(Quantity.TryPeriod(after)!, Quantity.TryPeriod(before)!),
        CriterionRole.Amount or CriterionRole.Minimum or CriterionRole.AtLeast => Number(after) <= Number(before),
        // Tax is summed over so many years: more of them reach the amount no later.
        CriterionRole.AtMost or CriterionRole.WomenAtMost or CriterionRole.Years => Number(after) >= Number(before),
        _ => string.Equals(before, after, StringComparison.Ordinal),
    });

    private static bool IsWithin<T>(IEnumerable<T> before, IReadOnlyList<T> after) => before.All(after.Contains);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
