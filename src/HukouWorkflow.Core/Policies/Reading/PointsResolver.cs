using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Fixes the values of the points table of one version.</summary>
internal sealed class PointsResolver(IReadOnlyList<PointsEntry> entries, ValueFinder values, LocalDate from, ResidenceTerms terms)
{
    // A table has no source of its own; every number in it does.
    private static readonly Citation NoCitation = new("", null, null, ValueStatus.Unverified);

    /// <summary>The table in a district class, or null where it gives nothing yet; for a person whose district is not known, without what differs by class.</summary>
    public PointsTable? Resolve(string? districtClass)
    {
        var rules = entries
            .Where(entry => entry.IsInForceOn(from))
            .Select(entry => Resolve(entry, districtClass))
            .OfType<PointsRule>()
            .ToList();
        return rules.Count == 0 ? null : new PointsTable(rules);
    }

    private PointsRule? Resolve(PointsEntry entry, string? districtClass)
    {
        if (values.Find(entry.Parameters, $"The entry '{entry.Id}'", entry.At, districtClass, NoCitation) is not { AreUnplaced: false } found)
        {
            return null;
        }

        switch (entry.Kind)
        {
            case PointsEntryKind.PerYear:
                return new PointsPerYear(entry.Id, found.Citation, entry.Of!.Value, entry.Dwellings, found.Decimal("points")!.Value, found.Decimal("atMost"), terms);
            case PointsEntryKind.Age:
                return new PointsForAge(entry.Id, found.Citation, found.Whole("atMost")!.Value, found.Decimal("points")!.Value);
            default:
                return new PointsForQualification(entry.Id, found.Citation, entry.Parameters.Keys.ToDictionary(KindOf, word => found.Decimal(word)!.Value));
        }
    }

    private static QualificationKind KindOf(string word) =>
        Words<QualificationKind>.TryParse(word, out var kind) ? kind : throw new System.Diagnostics.UnreachableException();
}
