using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads <c>points.yaml</c>.</summary>
internal static class PointsReader
{
    private static readonly IReadOnlyCollection<string> Kinds = Words<PointsEntryKind>.All;

    public static IReadOnlyList<PointsEntry> Read(Fields fields, ICollection<NamedParameter> named)
    {
        IReadOnlyList<PointsEntry> entries = [.. fields.MapList("entries").Select(entry => ReadEntry(entry, named)).OfType<PointsEntry>()];
        foreach (var repeated in entries.GroupBy(entry => entry.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            fields.Report(repeated.At, "duplicateId", $"An entry '{repeated.Id}' stands above. Give each its own id.");
        }

        if (fields.IsEmptyList("entries"))
        {
            fields.Report("entries", "noCriteria", "The table gives no points. Add an entry, or remove the file.");
        }

        fields.End();
        return entries;
    }

    private static PointsEntry? ReadEntry(Fields fields, ICollection<NamedParameter> named)
    {
        var kinds = Kinds.Where(fields.Has).ToList();
        if (kinds.Count != 1)
        {
            fields.Report(fields.At, "unknownCriterion", $"An entry gives points in one way. Write one of: {string.Join(", ", Kinds)}.");
            return null;
        }

        _ = Words<PointsEntryKind>.TryParse(kinds[0], out var kind);
        if (fields.Map(kinds[0]) is not { } terms)
        {
            return null;
        }

        var of = kind == PointsEntryKind.PerYear ? terms.Word<PointsSource>("of") : (PointsSource?)null;
        var entry = new PointsEntry
        {
            Id = fields.Text("id"),
            Title = fields.Localized("title"),
            Kind = kind,
            Of = of,
            Dwellings = of == PointsSource.Dwelling ? terms.WordList<Dwelling>("kinds") : [],
            Parameters = ReadParameters(kind, terms, named),
            Since = fields.OptionalDate("since"),
            Until = fields.OptionalDate("until"),
            At = fields.At,
        };
        fields.CheckSpan(entry.Since, entry.Until);
        terms.End();
        fields.End();
        return entry;
    }

    private static Dictionary<string, string> ReadParameters(PointsEntryKind kind, Fields terms, ICollection<NamedParameter> named)
    {
        IEnumerable<(string Key, CriterionRole Role)> roles = kind switch
        {
            PointsEntryKind.PerYear => [("points", HeaderRole.Points), .. terms.Has("atMost") ? [("atMost", HeaderRole.PointsAtMost)] : Array.Empty<(string, CriterionRole)>()],
            PointsEntryKind.Age => [("atMost", HeaderRole.AgeAtMost), ("points", HeaderRole.Points)],
            _ => Words<QualificationKind>.All.Where(terms.Has).Select(word => (word, HeaderRole.Points)),
        };
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, role) in roles)
        {
            parameters[key] = terms.Text(key);
            named.Add(new NamedParameter(role, parameters[key], terms.AtKey(key)));
        }

        if (parameters.Count == 0)
        {
            terms.Report(terms.At, "noCriteria", $"No qualification gives points. Add at least one of: {string.Join(", ", Words<QualificationKind>.All)}.");
        }

        return parameters;
    }
}
