using System.Globalization;

namespace HukouWorkflow.Core.Policies.Succession;

using PointsTable = IReadOnlyList<(PointsEntry Entry, IReadOnlyDictionary<string, string> Values)>;

/// <summary>Whether a points table gives everybody as many points as another.</summary>
internal static class PointsOrder
{
    private const string Limit = "atMost";

    public static bool IsNoLess(PointsTable before, PointsTable after) => before.All(was =>
        after.Any(becomes => string.Equals(becomes.Entry.Id, was.Entry.Id, StringComparison.Ordinal) && GivesNoLess(was, becomes)));

    private static bool GivesNoLess(
        (PointsEntry Entry, IReadOnlyDictionary<string, string> Values) was,
        (PointsEntry Entry, IReadOnlyDictionary<string, string> Values) becomes) =>
        was.Entry.Kind == becomes.Entry.Kind
        && was.Entry.Of == becomes.Entry.Of
        && was.Entry.Dwellings.All(becomes.Entry.Dwellings.Contains)
        && (was.Values.ContainsKey(Limit) || !becomes.Values.ContainsKey(Limit))
        && was.Values.All(value => becomes.Values.TryGetValue(value.Key, out var now)
            ? Number(now) >= Number(value.Value)
            : value.Key is Limit);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
