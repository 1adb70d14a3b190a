namespace HukouWorkflow.Bench.Growing;

/// <summary>Writes a chart for everything measured at several sizes.</summary>
internal static class GrowthCharts
{
    /// <summary>Writes <c>growth-*.svg</c> into a folder, which is made where there is none.</summary>
    public static void Write(IEnumerable<SizedRuns> measured, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var group in measured.GroupBy(runs => runs.What, StringComparer.Ordinal))
        {
            using var file = File.Create(Path.Combine(folder, $"growth-{NameOf(group.Key)}.svg"));
            GrowthChart.Of([.. group.OrderBy(runs => runs.Cases)]).Write(file);
        }
    }

    // "kill -9 to ready" becomes "kill-9-to-ready".
    private static string NameOf(string what) =>
        string.Join('-', new string([.. what.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
