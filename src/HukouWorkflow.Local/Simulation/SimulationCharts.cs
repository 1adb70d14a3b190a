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
    public static IReadOnlyList<string> Write(string folder, SimulationRun run, Totals totals) => Save(
        folder,
        [("grants-and-reviews.svg", GrantsAndReviews(run, totals)), ("places-and-enrolments.svg", PlacesAndEnrolments(run, totals)), ("years-waited.svg", YearsWaited(run, totals)), ("what-stopped.svg", WhatStopped(run, totals))]);

    /// <summary>Writes charts as files.</summary>
    /// <returns>The names of the files.</returns>
    public static IReadOnlyList<string> Save(string folder, IReadOnlyList<(string Name, Chart Chart)> charts)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, chart) in charts)
        {
            using var file = File.Create(Path.Combine(folder, name));
            chart.Write(file);
        }

        return [.. charts.Select(chart => chart.Name)];
    }

    /// <summary>A measure by month.</summary>
    public static Series ByMonth(string name, Measure measure, SimulationRun run, Totals totals) =>
        new(name, [.. Enumerable.Range(0, totals.Months).Select(month => totals[measure, month] * run.Arrivals.Weight)]);

    /// <summary>Thousands of people by whole years.</summary>
    public static IReadOnlyList<double> Thousands(IReadOnlyList<long> people, int years, SimulationRun run) =>
        [.. Enumerable.Range(0, years).Select(year => year < people.Count ? people[year] * run.Arrivals.Weight / 1000 : 0)];

    /// <summary>The years up to the last in which somebody was granted, one at least, as the axis names them.</summary>
    public static IReadOnlyList<string> Years(params IEnumerable<IReadOnlyList<long>> people) =>
        [.. Enumerable.Range(0, Math.Max(1, people.Max(each => each.ToList().FindLastIndex(count => count > 0)) + 1)).Select(year => string.Create(CultureInfo.InvariantCulture, $"{year}–{year + 1}"))];

    /// <summary>What stopped people, in words.</summary>
    public static string Reason(string what, string register) => register.Length > 0 ? $"{Reasons[what]}: {Reasons[register]}" : Reasons[what];

    /// <summary>Where the figures come from.</summary>
    /// <param name="run">What was simulated.</param>
    /// <param name="rules">Under which rules, in words.</param>
    public static IReadOnlyList<string> SourceOf(SimulationRun run, string rules) =>
    [
        $"Simulated: {run.Scenario.Title}",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Scenario.Sourced} of its parts sourced, {run.Scenario.Assumed} assumed; {rules}; seed {run.Seed}; {run.Arrivals.People:N0} people, each for {run.Arrivals.Weight:0.##}"),
    ];

    private static MonthChart GrantsAndReviews(SimulationRun run, Totals totals) => new()
    {
        Title = "Grants of urban hukou and cases handed to a person, by month",
        Source = SourceOf(run, $"pack {run.Rules}"),
        First = totals.FirstDayOf(0),
        HorizontalLabel = "Month (marks: January)",
        VerticalLabel = "Cases a month",
        Series = [ByMonth("Granted", Measure.Granted, run, totals), ByMonth("Handed to a person", Measure.ToReview, run, totals)],
    };

    private static MonthChart PlacesAndEnrolments(SimulationRun run, Totals totals) => new()
    {
        Title = "School places and health insurance enrolments needed, by month",
        Source = SourceOf(run, $"pack {run.Rules}"),
        First = totals.FirstDayOf(0),
        HorizontalLabel = "Month (marks: January)",
        VerticalLabel = "People a month",
        Series = [ByMonth("School places", Measure.SchoolPlaces, run, totals), ByMonth("Health insurance enrolments", Measure.HealthEnrolments, run, totals)],
    };

    private static ColumnChart YearsWaited(SimulationRun run, Totals totals)
    {
        var years = Years(totals.YearsSinceArrival);
        return new ColumnChart
        {
            Title = "Years until the grant",
            Source = SourceOf(run, $"pack {run.Rules}"),
            HorizontalLabel = "Years (from … to less than …)",
            VerticalLabel = "Thousand people granted hukou",
            Kinds = years,
            Series =
            [
                new Series("Since taking up residence", Thousands(totals.YearsSinceArrival, years.Count, run)),
                new Series("Since applying", Thousands(totals.YearsSinceApplying, years.Count, run)),
            ],
        };
    }

    private static BarChart WhatStopped(SimulationRun run, Totals totals)
    {
        var stops = SimulationTables.Stops(totals).Where(stop => stop.People > 0).OrderByDescending(stop => stop.People).ToList();
        return new BarChart
        {
            Title = "What kept people from an automatic grant, or delayed it",
            Source = SourceOf(run, $"pack {run.Rules}"),
            HorizontalLabel = "Thousand people (each in every line that concerns them)",
            VerticalLabel = "Reason",
            Kinds = [.. stops.Select(stop => Reason(stop.What, stop.Register)).DefaultIfEmpty("Nothing")],
            Series = [new Series("People", [.. stops.Select(stop => stop.People * run.Arrivals.Weight / 1000).DefaultIfEmpty(0)])],
        };
    }
}
