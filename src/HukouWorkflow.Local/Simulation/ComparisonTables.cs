namespace HukouWorkflow.Local.Simulation;

/// <summary>The tables of a comparison: those of a simulation with both packs' lines under each other, and the people in pairs.</summary>
internal static class ComparisonTables
{
    /// <summary>Writes the tables.</summary>
    /// <returns>The names of the files.</returns>
    public static IReadOnlyList<string> Write(string folder, SimulationRun run, SimulationRun versus, Comparison comparison)
    {
        IEnumerable<string> Both(Func<Totals, IEnumerable<string>> table) => Interleave(run.Rules, table(comparison.First), versus.Rules, table(comparison.Second));
        return SimulationTables.Save(
            folder,
            [
                ("months.csv", Both(SimulationTables.Months)),
                ("years-waited.csv", Both(SimulationTables.YearsWaited)),
                ("what-stopped.csv", Both(SimulationTables.WhatStopped)),
                ("pairs.csv", PairsOf(comparison)),
            ]);
    }

    /// <summary>How many applicants are granted hukou when under the second pack, held against the first.</summary>
    public static IEnumerable<string> PairsOf(Comparison comparison)
    {
        var pairs = comparison.Pairs;
        var neither = comparison.First.Applications - pairs.Both - pairs.OnlyFirst - pairs.OnlySecond;
        yield return SimulationTables.Line(["grantedUnderSecond", "people", "medianDays"]);
        foreach (var (what, people, days) in ((string, long, int?)[])
            [("earlier", pairs.Earlier, pairs.MedianEarlier), ("sameDay", pairs.SameDay, null), ("later", pairs.Later, pairs.MedianLater), ("onlyUnderFirst", pairs.OnlyFirst, null), ("onlyUnderSecond", pairs.OnlySecond, null), ("underNeither", neither, null)])
        {
            yield return SimulationTables.Line([what, SimulationTables.Text(people), days is { } number ? SimulationTables.Text(number) : string.Empty]);
        }
    }

    // Both tables of a kind have the same lines in the same order, for the same months and reasons.
    private static IEnumerable<string> Interleave(string first, IEnumerable<string> firstLines, string second, IEnumerable<string> secondLines)
    {
        var isHeader = true;
        foreach (var (one, other) in firstLines.Zip(secondLines))
        {
            if (isHeader)
            {
                yield return $"pack,{one}";
                isHeader = false;
                continue;
            }

            yield return $"{first},{one}";
            yield return $"{second},{other}";
        }
    }
}
