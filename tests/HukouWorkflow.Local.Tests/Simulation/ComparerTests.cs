using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Simulation;

namespace HukouWorkflow.Local.Tests.Simulation;

public sealed class ComparerTests
{
    private const int People = 2_000;

    private static readonly Scenario Shipped = ScenarioReader.Read(Scenarios.Shipped, Scenarios.Pack);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Given_one_seed_When_compared_again_on_some_workers_Then_every_file_is_the_same_to_the_byte(int workers)
    {
        var (run, versus) = Runs("chongqing@2010", "chongqing@2022-06");
        using var once = new TemporaryFolder();
        using var again = new TemporaryFolder();

        var files = Write(once.Root, run, versus, await CompareAsync(run, versus, workers: 1));
        Write(again.Root, run, versus, await CompareAsync(run, versus, workers));

        Assert.Equal(10, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(once.Root, file)), File.ReadAllBytes(Path.Combine(again.Root, file))));
    }

    [Fact]
    public async Task Given_two_dates_of_one_version_When_compared_Then_nobody_and_no_figure_differs()
    {
        var (run, versus) = Runs("chongqing@2010", "chongqing@2015-08-31");

        var comparison = await CompareAsync(run, versus);

        Assert.Equal(SimulationTables.Months(comparison.First), SimulationTables.Months(comparison.Second), StringComparer.Ordinal);
        Assert.Equal(SimulationTables.WhatStopped(comparison.First), SimulationTables.WhatStopped(comparison.Second), StringComparer.Ordinal);
        Assert.Equal((0, 0, 0, 0), (comparison.Pairs.Earlier, comparison.Pairs.Later, comparison.Pairs.OnlyFirst, comparison.Pairs.OnlySecond));
        Assert.Equal(comparison.First.Sum(Measure.Granted), comparison.Pairs.SameDay);
        Assert.True(comparison.Pairs.SameDay > 0);
    }

    [Fact]
    public async Task Given_two_packs_When_compared_Then_each_side_is_what_a_simulation_of_its_own_gives()
    {
        var (run, versus) = Runs("chongqing@2010", "chongqing");

        var comparison = await CompareAsync(run, versus);

        Assert.Equal(SimulationTables.Months(await Scenarios.SimulateAsync(run)), SimulationTables.Months(comparison.First), StringComparer.Ordinal);
        Assert.Equal(SimulationTables.Months(await Scenarios.SimulateAsync(versus)), SimulationTables.Months(comparison.Second), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("residencePeriod", "P4Y", 1)]
    [InlineData("residencePeriod", "P1Y", 2)]
    [InlineData("workPeriod", "P1Y", 3)]
    public async Task Given_a_shorter_period_When_compared_Then_no_person_is_granted_hukou_later_than_under_the_longer(string parameter, string shorter, ulong seed)
    {
        // A register that does not answer is asked again later, and which attempt that is depends on how often the rules had it asked before.
        var answering = Shipped with { Registers = Shipped.Registers.ToDictionary(each => each.Key, each => each.Value with { NoAnswer = 0 }) };
        var run = Scenarios.Run(answering, People, seed: seed);

        var comparison = await CompareAsync(run, run with { Pack = WithShorter(parameter, shorter) });

        Assert.Equal((0, 0), (comparison.Pairs.Later, comparison.Pairs.OnlyFirst));
        Assert.True(comparison.Pairs.Earlier > 0 && comparison.Pairs.OnlySecond > 0);
        Assert.Equal(comparison.First.Applications, comparison.Second.Applications);
    }

    [Fact]
    public async Task Given_nothing_ever_happens_When_a_period_is_a_year_shorter_Then_all_are_granted_earlier_by_that_year()
    {
        var run = Scenarios.Run(Scenarios.PlainBut("Nothing", "Nothing at all"), 100) with { Rules = "five" };

        var comparison = await CompareAsync(run, run with { Pack = WithShorter("residencePeriod", "P4Y"), Rules = "four" });

        Assert.Equal((100, 366), (comparison.Pairs.Earlier, comparison.Pairs.MedianEarlier));
        Assert.Equal(
            ["grantedUnderSecond,people,medianDays", "earlier,100,366", "sameDay,0,", "later,0,", "onlyUnderFirst,0,", "onlyUnderSecond,0,", "underNeither,0,"],
            ComparisonTables.PairsOf(comparison),
            StringComparer.Ordinal);
        Assert.Contains("under four, 100 are granted hukou earlier than under five (by 366 days at the median), 0 later,", ComparisonScreen.InWords("five", "four", comparison), StringComparison.Ordinal);
    }

    private static PolicyPack WithShorter(string parameter, string shorter)
    {
        var path = $"policies/chongqing/parameters/{parameter}.yaml";
        var files = PolicyFolders.FilesOf(PolicyFolders.Default)
            .Select(file => string.Equals(file.Path, path, StringComparison.Ordinal)
                ? file with { Text = file.Text.Replace("P5Y", shorter, StringComparison.Ordinal).Replace("P3Y", shorter, StringComparison.Ordinal) }
                : file);
        return PolicyBook.Read(files).Book!.Find("chongqing")!;
    }

    private static (SimulationRun Run, SimulationRun Versus) Runs(string first, string second)
    {
        var run = Scenarios.Run(Shipped, People) with { Pack = PackOnDate.Parse(first)!.From(Scenarios.Book), Rules = first };
        return (run, run with { Pack = PackOnDate.Parse(second)!.From(Scenarios.Book), Rules = second });
    }

    private static Task<Comparison> CompareAsync(SimulationRun run, SimulationRun versus, int workers = 2) =>
        new Comparer(Scenarios.Book, run, versus).RunAsync(workers, TestContext.Current.CancellationToken);

    private static IReadOnlyList<string> Write(string folder, SimulationRun run, SimulationRun versus, Comparison comparison) =>
        [.. ComparisonTables.Write(folder, run, versus, comparison), .. new ComparisonCharts(run, versus, comparison).Write(folder)];
}
