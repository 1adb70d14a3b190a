namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Guesses what was meant by a name that is not known.</summary>
internal static class Spelling
{
    /// <summary>The remedy to write after an unknown name.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var nearest = names.MinBy(other => Distance(name, other));
        return nearest is not null && Distance(name, nearest) <= Math.Max(2, name.Length / 3)
            ? $"Did you mean '{nearest}'?"
            : $"Known are: {string.Join(", ", names)}.";
    }

    // Levenshtein's distance, one row at a time; names are short.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
