using NodaTime;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>What a pack asks on one date in one district class, as it is written there: what is resolved no longer tells which rule asked.</summary>
/// <param name="pack">The pack.</param>
/// <param name="date">The date.</param>
/// <param name="districtClass">The class, or null for a person whose district the pack does not know.</param>
internal sealed class WrittenRules(PolicyPack pack, LocalDate date, string? districtClass)
{
    public LocalDate Date => date;

    /// <summary>The routes open then.</summary>
    public IEnumerable<PolicyRoute> Routes => pack.VersionOn(date)!.Routes;

    /// <summary>The entries of the points table that give points then, with their values.</summary>
    public IReadOnlyList<(PointsEntry Entry, IReadOnlyDictionary<string, string> Values)> Points { get; } =
    [
        .. pack.Points.Where(entry => !(date < entry.Since) && !(entry.Until <= date))
            .Select(entry => (entry, ValuesOf(pack, entry.Parameters, date, districtClass)!))
            .Where(entry => entry.Item2 is not null),
    ];

    /// <summary>The criteria of a route.</summary>
    public IReadOnlyList<WrittenCriterion> Of(PolicyRoute route) => Of(route.All);

    /// <summary>The quota by which a route is ranked then, or null.</summary>
    public AnnualQuota? QuotaOf(PolicyRoute route) =>
        pack.AnnualQuota is { } quota && quota.Ranks(route, date) ? quota : null;

    /// <summary>The value of a parameter for the whole city, or null.</summary>
    public string? Value(string? parameter) => parameter is null ? null : Find(pack, parameter, date)?.Value;

    /// <summary>Whether two values say the same in every district class.</summary>
    public static bool SaysTheSame(ParameterValue? one, ParameterValue other) =>
        one is not null
        && string.Equals(one.Value, other.Value, StringComparison.Ordinal)
        && one.ByDistrictClass.Count == other.ByDistrictClass.Count
        && one.ByDistrictClass.All(pair => string.Equals(other.ByDistrictClass.GetValueOrDefault(pair.Key), pair.Value, StringComparison.Ordinal));

    private List<WrittenCriterion> Of(IReadOnlyList<RouteCriterion> written)
    {
        var asked = new List<WrittenCriterion>();
        foreach (var criterion in written.Where(criterion => criterion.IsAskedOn(date) && criterion.IsAskedIn(districtClass)))
        {
            var of = Of(criterion.Of);
            if (criterion.Of.Count == 0 || of.Count > 0)
            {
                var isUnplaced = districtClass is null && criterion.DistrictClasses.Count > 0;
                asked.Add(new WrittenCriterion(criterion, isUnplaced ? null : ValuesOf(pack, criterion.Parameters, date, districtClass), of));
            }
        }

        return asked;
    }

    private static Dictionary<string, string>? ValuesOf(PolicyPack pack, IReadOnlyDictionary<string, string> parameters, LocalDate date, string? districtClass)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, name) in parameters)
        {
            if (Find(pack, name, date)?.For(districtClass) is not { } value)
            {
                return null;
            }

            values[role] = value;
        }

        return values;
    }

    private static ParameterValue? Find(PolicyPack pack, string parameter, LocalDate date) =>
        pack.Parameters.First(one => string.Equals(one.Name, parameter, StringComparison.Ordinal)).On(date);
}
