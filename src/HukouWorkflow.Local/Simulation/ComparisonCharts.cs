using HukouWorkflow.Local.Simulation.Charts;

namespace HukouWorkflow.Local.Simulation;

/// <summary>The charts of a comparison: each figure under both packs, in the number of people that those simulated stand for.</summary>
/// <param name="run">What was simulated under the first pack.</param>
/// <param name="versus">What was simulated under the second.</param>
/// <param name="comparison">What came of it.</param>
internal sealed class ComparisonCharts(SimulationRun run, SimulationRun versus, Comparison comparison)
{
    // The legend names them, and the line has no room for both.
    private readonly IReadOnlyList<string> _source = SimulationCharts.SourceOf(run, "packs as above");

    /// <summary>Writes the charts.</summary>
    /// <returns>The names of the files.</returns>
    public IReadOnlyList<string> Write(string folder) => SimulationCharts.Save(
        folder,
        [
            ("grants.svg", ByMonth("Grants of urban hukou, by month", "Cases a month", Measure.Granted)),
            ("reviews.svg", ByMonth("Cases handed to a person, by month", "Cases a month", Measure.ToReview)),
            ("school-places.svg", ByMonth("School places needed, by month", "People a month", Measure.SchoolPlaces)),
            ("insurance-enrolments.svg", ByMonth("Health insurance enrolments needed, by month", "People a month", Measure.HealthEnrolments)),
            ("years-waited.svg", YearsWaited()),
            ("what-stopped.svg", WhatStopped()),
        ]);

    private MonthChart ByMonth(string title, string unit, Measure measure) => new()
    {
        Title = title,
        Source = _source,
        First = comparison.First.FirstDayOf(0),
        HorizontalLabel = "Month (marks: January)",
        VerticalLabel = unit,
        // Under most rules the two lines run together for years.
        Series = [SimulationCharts.ByMonth(run.Rules, measure, run, comparison.First), SimulationCharts.ByMonth(versus.Rules, measure, versus, comparison.Second) with { IsDashed = true }],
    };

    private ColumnChart YearsWaited()
    {
        var (first, second) = (comparison.First.YearsSinceArrival, comparison.Second.YearsSinceArrival);
        var years = SimulationCharts.Years(first, second);
        return new ColumnChart
        {
            Title = "Years from taking up residence to the grant",
            Source = _source,
            HorizontalLabel = "Years (from … to less than …)",
            VerticalLabel = "Thousand people granted hukou",
            Kinds = years,
            Series = [new Series(run.Rules, SimulationCharts.Thousands(first, years.Count, run)), new Series(versus.Rules, SimulationCharts.Thousands(second, years.Count, versus))],
        };
    }

    private BarChart WhatStopped()
    {
        var stops = SimulationTables.Stops(comparison.First).Zip(SimulationTables.Stops(comparison.Second), (one, other) => (Reason: SimulationCharts.Reason(one.What, one.Register), First: one.People, Second: other.People))
            .Where(stop => stop.First + stop.Second > 0)
            .OrderByDescending(stop => Math.Max(stop.First, stop.Second))
            .DefaultIfEmpty((Reason: "Nothing", First: 0L, Second: 0L))
            .ToList();
        return new BarChart
        {
            Title = "What kept people from an automatic grant, or delayed it",
            Source = _source,
            HorizontalLabel = "Thousand people (each in every line that concerns them)",
            VerticalLabel = "Reason",
            Kinds = [.. stops.Select(stop => stop.Reason)],
            Series =
            [
                new Series(run.Rules, [.. stops.Select(stop => stop.First * run.Arrivals.Weight / 1000)]),
                new Series(versus.Rules, [.. stops.Select(stop => stop.Second * versus.Arrivals.Weight / 1000)]),
            ],
        };
    }
}
