using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Contract;
using NodaTime;

namespace HukouWorkflow.Http.Handlers;

/// <summary>Live totals that single nobody out.</summary>
internal static class Statistics
{
    // The contract: any group under ten people is suppressed.
    private const long SmallestShown = 10;

    /// <summary>The totals of all counts.</summary>
    public static StatisticsView Of(IReadOnlyList<CaseCount> counts, Instant now)
    {
        var byStatus = Sum(counts, count => count.Status, status => (int)status);
        var byDistrict = Sum(counts, count => count.District, district => district.Value);
        var total = counts.Sum(count => count.Cases);
        return new StatisticsView(
            now,
            total is 0 or >= SmallestShown ? total : null,
            [.. Suppress(byStatus).Select(group => new StatusCountView(group.Key, group.Cases))],
            [.. Suppress(byDistrict).Select(group => new DistrictCountView(group.Key, group.Cases))]);
    }

    private static List<(T Key, long Cases)> Sum<T>(IReadOnlyList<CaseCount> counts, Func<CaseCount, T> key, Func<T, int> rank) =>
        [.. counts.GroupBy(key, (group, members) => (group, members.Sum(member => member.Cases))).OrderBy(group => rank(group.group))];

    /// <summary>
    /// Leaves out small groups; and where all that was left out together is small, the next smallest group too, since the
    /// total would give it away.
    /// </summary>
    private static IEnumerable<(T Key, long? Cases)> Suppress<T>(List<(T Key, long Cases)> groups)
    {
        var hidden = new HashSet<int>();
        var left = 0L;
        foreach (var index in Enumerable.Range(0, groups.Count).OrderBy(index => groups[index].Cases))
        {
            if (groups[index].Cases < SmallestShown || (left > 0 && (left < SmallestShown || hidden.Count == 1)))
            {
                hidden.Add(index);
                left += groups[index].Cases;
            }
        }

        return groups.Select((group, index) => (group.Key, hidden.Contains(index) ? (long?)null : group.Cases));
    }
}
