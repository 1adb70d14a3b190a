using System.CommandLine;
using System.Globalization;
using HukouWorkflow.Bench.Growing;
using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Reevaluating;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Bench.Seeding;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>reevaluate</c>: a pack changes under a million open cases, while nobody applies and while people do.</summary>
internal static class ReevaluateCommand
{
    private const string Alone = "A pack changes, nobody applies";
    private const string Paced = "A pack changes, people apply at a steady pace";
    private const string Saturated = "A pack changes, people apply as fast as they are answered";

    // A city sends what it sends. At full load the two cores are full before the change, and something has to give.
    private const double PartOfMost = 0.5;

    /// <summary>Builds the command.</summary>
    public static Command Create() => SeededMeasurement.Create(
        "reevaluate",
        "Change a pack under 1,000,000 open cases, and measure how long they take to be reckoned anew and what applicants feel.",
        MeasureAsync);

    private static async Task<Report> MeasureAsync(SeededRequest request, CancellationToken cancellationToken)
    {
        var machine = Machine.Describe();
        var (cases, runs, windows, window) = request.Quick ? (100_000, 1, 2, TimeSpan.FromSeconds(1)) : (1_000_000, 3, 3, TimeSpan.FromSeconds(5));
        // Never a kept one: here every wake moves.
        using var folder = await SeededFolder.OpenAsync(new SeedPlan(cases), request.Place with { Kept = null }, request.Book, cancellationToken);
        var packs = new ChangingPacks(Path.Combine(folder.Data, "..", "policies"));
        await using var service = await SeededService.StartAsync(folder, cancellationToken, "--policies", packs.Folder);
        var run = new ReevaluationRun(service, folder, packs, window);
        List<ReevaluationTime> alone = [];
        List<LoadedReevaluation> paced = [];
        var pace = Math.Round(PartOfMost * await run.MostAsync(windows, cancellationToken));
        for (var index = 0; index < runs; index++)
        {
            alone.Add(await run.AloneAsync(cancellationToken));
            paced.Add(await run.UnderLoadAsync(pace, windows, cancellationToken));
        }

        var saturated = await run.UnderLoadAsync(perSecond: null, windows, cancellationToken);

        await service.StopAsync(cancellationToken);
        string[] settings =
        [
            string.Create(CultureInfo.InvariantCulture, $"{runs} changes each (one at full load): a version is announced half a year ahead, each time a day earlier, so that whoever matures after it is to be looked at on its day; applications on 64 connections in windows of {window.TotalSeconds:0} s, {windows} before each change and as many during it as there is time for"),
            string.Create(CultureInfo.InvariantCulture, $"the steady pace is {pace:#,0} a second, half of what the service accepts when each connection sends as soon as it is answered; latency counts from when each was to be sent"),
            folder.History,
            SeededService.How,
            SeededMeasurement.How,
        ];
        return new Report("reevaluate", machine, settings, [.. Times(Alone, cases, alone), .. UnderLoad(Paced, cases, paced), .. UnderLoad(Saturated, cases, [saturated])]);
    }

    private static IEnumerable<Figure> UnderLoad(string part, int cases, IReadOnlyList<LoadedReevaluation> loaded)
    {
        return
        [
            .. Times(part, cases, [.. loaded.Select(run => run.Time)]),
            Ratio("p99, during to before", result => result.Latency.P99),
            .. BothOf("p99", "ms", result => result.Latency.P99),
            Ratio("Accepted a second, during to before", result => result.PerSecond),
            .. BothOf("accepted", "/s", result => result.PerSecond),
        ];

        Figure Ratio(string what, Func<LoadResult, double> read) =>
            Figure.OfRuns(part, what, [.. loaded.Select(run => Middle(run.During, read) / Middle(run.Before, read))], "x", "");

        IEnumerable<Figure> BothOf(string what, string unit, Func<LoadResult, double> read) =>
        [
            Figure.OfRuns(part, what + " during", [.. loaded.SelectMany(run => run.During).Select(read)], unit, "each window"),
            Figure.OfRuns(part, what + " before", [.. loaded.SelectMany(run => run.Before).Select(read)], unit, "each window"),
        ];
    }

    private static IEnumerable<Figure> Times(string part, int cases, IReadOnlyList<ReevaluationTime> times) =>
    [
        Figure.OfRuns(part, "Time to reckon all anew", [.. times.Select(time => time.Took.TotalSeconds)], "s", string.Create(CultureInfo.InvariantCulture, $"{cases:#,0} open cases, of which {string.Join(", then ", times.Select(time => time.Moved.ToString("#,0", CultureInfo.InvariantCulture)))} moved; from the file saved to the last wake on the disk")),
        Figure.OfRuns(part, "Cases reckoned anew", [.. times.Select(time => cases / time.Took.TotalSeconds)], "/s", ""),
    ];

    private static double Middle(IReadOnlyList<LoadResult> windows, Func<LoadResult, double> read) => Figure.Median([.. windows.Select(read)]);
}
