using System.Globalization;
using HukouWorkflow.Local.Simulation.Charts;

namespace HukouWorkflow.Local.Simulation;

/// <summary>The charts of a simulation, in the number of people that those simulated stand for.</summary>
internal static class SimulationCharts
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["lateEndorsement"] = "Permit endorsed late or not at all",
        ["absence"] = "Away too long",
        ["leftCity"] = "Left the city",
        ["noConsentToAutomaticGrant"] = "No consent to an automatic grant",
        ["registerContradicted"] = "Contradicted",
        ["registerUnknown"] = "No record",
        ["population"] = "population register",
        ["residencePermit"] = "permit register",
        ["socialInsurance"] = "insurance register",
        ["employment"] = "employment register",
        ["housing"] = "housing register",
        ["publicSecurity"] = "public security",
    };

    /// <summary>Writes the charts.</summary>
    /// <returns>The names of the files.</returns>
    public static IReadOnlyList<string> Write(string folder, SimulationRun run, Totals totals)
    {
        Directory.CreateDirectory(folder);
        var charts = new (string Name, Chart Chart)[] { ("grants-and-reviews.svg", GrantsAndReviews(run, totals)), ("places-and-enrolments.svg", PlacesAndEnrolments(run, totals)), ("years-waited.svg", YearsWaited(run, totals)), ("what-stopped.svg", WhatStopped(run, totals)) };
        foreach (var (name, chart) in charts)
        {
            using var file = File.Create(Path.Combine(folder, name));
            chart.Write(file);
        }

        return [.. charts.Select(chart => chart.Name)];
    }

    private static MonthChart GrantsAndReviews(SimulationRun run, Totals totals) => new()
    {
        Title = "Grants of urban hukou and cases handed to a person, by month",
        Source = SourceOf(run),
        First = totals.FirstDayOf(0),
        HorizontalLabel = "Month (marks: January)",
        VerticalLabel = "Cases a month",
        Series = [ByMonth("Granted", Measure.Granted, run, totals), ByMonth("Handed to a person", Measure.ToReview, run, totals)],
    };

    private static MonthChart PlacesAndEnrolments(SimulationRun run, Totals totals) => new()
    {
        Title = "School places and health insurance enrolments needed, by month",
        Source = SourceOf(run),
        First = totals.FirstDayOf(0),
        HorizontalLabel = "Month (marks: January)",
        VerticalLabel = "People a month",
        Series = [ByMonth("School places", Measure.SchoolPlaces, run, totals), ByMonth("Health insurance enrolments", Measure.HealthEnrolments, run, totals)],
    };

    private static ColumnChart YearsWaited(SimulationRun run, Totals totals)
    {
        var years = 1 + totals.YearsSinceArrival.ToList().FindLastIndex(people => people > 0);
        return new ColumnChart
        {
            Title = "Years until the grant",
            Source = SourceOf(run),
            HorizontalLabel = "Years (from … to less than …)",
            VerticalLabel = "Thousand people granted hukou",
            Kinds = [.. Enumerable.Range(0, Math.Max(1, years)).Select(year => string.Create(CultureInfo.InvariantCulture, $"{year}–{year + 1}"))],
            Series =
            [
                new Series("Since taking up residence", Thousands(totals.YearsSinceArrival, years, run)),
                new Series("Since applying", Thousands(totals.YearsSinceApplying, years, run)),
            ],
        };
    }

    private static BarChart WhatStopped(SimulationRun run, Totals totals)
    {
        var stops = SimulationTables.Stops(totals).Where(stop => stop.People > 0).OrderByDescending(stop => stop.People).ToList();
        return new BarChart
        {
            Title = "What kept people from an automatic grant, or delayed it",
            Source = SourceOf(run),
            HorizontalLabel = "Thousand people (each in every line that concerns them)",
            VerticalLabel = "Reason",
            Kinds = [.. stops.Select(stop => stop.Register.Length > 0 ? $"{Reasons[stop.What]}: {Reasons[stop.Register]}" : Reasons[stop.What]).DefaultIfEmpty("Nothing")],
            Series = [new Series("People", [.. stops.Select(stop => stop.People * run.Arrivals.Weight / 1000).DefaultIfEmpty(0)])],
        };
    }

    private static Series ByMonth(string name, Measure measure, SimulationRun run, Totals totals) =>
        new(name, [.. Enumerable.Range(0, totals.Months).Select(month => totals[measure, month] * run.Arrivals.Weight)]);

    private static List<double> Thousands(IReadOnlyList<long> people, int years, SimulationRun run) =>
        [.. Enumerable.Range(0, Math.Max(1, years)).Select(year => year < people.Count ? people[year] * run.Arrivals.Weight / 1000 : 0)];

    private static string[] SourceOf(SimulationRun run) =>
    [
        $"Simulated: {run.Scenario.Title}",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Scenario.Sourced} of its parts sourced, {run.Scenario.Assumed} assumed; pack {run.Pack.Id}; seed {run.Seed}; {run.Arrivals.People:N0} people, each for {run.Arrivals.Weight:0.##}"),
    ];
}
