using HukouWorkflow.Core.Cases;
using HukouWorkflow.Local.Simulation;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Simulation;

public sealed class SimulatorTests
{
    private const int People = 100;

    [Fact]
    public async Task Given_everybody_arrives_on_one_day_and_nothing_happens_When_simulated_Then_all_are_granted_in_the_month_five_years_are_complete()
    {
        var totals = await Scenarios.SimulateAsync(Scenarios.Run(Scenarios.PlainBut("Nothing", "Nothing at all"), People));

        AssertOnly(totals, Measure.Applications, new LocalDate(2011, 3, 1), People);
        foreach (var measure in (Measure[])[Measure.Matured, Measure.Granted, Measure.Settled, Measure.SchoolPlaces])
        {
            AssertOnly(totals, measure, new LocalDate(2016, 3, 1), People);
        }

        AssertOnly(totals, Measure.HealthEnrolments, new LocalDate(2016, 3, 1), 3 * People);
        Assert.Equal(People, totals.YearsSinceArrival[5]);
        Assert.Equal(People, totals.YearsSinceApplying[5]);
        Assert.Equal(People, totals.EndingAt(CaseStatus.Settled));
    }

    [Fact]
    public async Task Given_nobody_consents_to_an_automatic_grant_When_simulated_Then_all_wait_for_a_person_and_none_is_granted()
    {
        var totals = await Scenarios.SimulateAsync(Scenarios.Run(Scenarios.PlainBut("consents: {share: 1", "consents: {share: 0"), People));

        AssertOnly(totals, Measure.ToReview, new LocalDate(2016, 3, 1), People);
        Assert.Equal(People, totals.ReviewedFor(new ReviewCause(ReviewReason.NoConsentToAutomaticGrant, null)));
        Assert.Equal((0, People), (totals.Sum(Measure.Granted), totals.EndingAt(CaseStatus.ForReview)));
    }

    [Fact]
    public async Task Given_everybody_owns_their_home_When_simulated_Then_all_are_granted_as_they_apply()
    {
        var totals = await Scenarios.SimulateAsync(Scenarios.Run(Scenarios.PlainBut("ownedOnArrival: 0", "ownedOnArrival: 1"), People));

        AssertOnly(totals, Measure.Granted, new LocalDate(2011, 3, 1), People);
        Assert.Equal(People, totals.YearsSinceArrival[0]);
    }

    [Fact]
    public async Task Given_work_without_a_break_outside_the_core_When_simulated_Then_all_are_granted_after_three_years()
    {
        var scenario = Scenarios.PlainBut("work: {share: 0,", "work: {share: 1,") with
        {
            Districts = new Dictionary<string, double>(StringComparer.Ordinal) { ["northEast"] = 1 },
        };

        var totals = await Scenarios.SimulateAsync(Scenarios.Run(scenario with { Work = scenario.Work with { Spell = new DayRange(5000, 5000) } }, People));

        AssertOnly(totals, Measure.Granted, new LocalDate(2014, 3, 1), People);
    }

    [Fact]
    public async Task Given_jobs_shorter_than_people_take_to_tell_When_simulated_Then_no_ended_job_counts_on()
    {
        var scenario = Scenarios.PlainBut("work: {share: 0,", "work: {share: 1,") with
        {
            Districts = new Dictionary<string, double>(StringComparer.Ordinal) { ["northEast"] = 1 },
            TellsAfter = new DayRange(0, 90),
        };

        // A day's work in every five hundred: three years of work are never complete before five of residence.
        var totals = await Scenarios.SimulateAsync(Scenarios.Run(scenario with { Work = scenario.Work with { Between = new DayRange(499, 499) } }, People));

        AssertOnly(totals, Measure.Granted, new LocalDate(2016, 3, 1), People);
    }

    [Fact]
    public async Task Given_everybody_leaves_the_city_for_good_When_simulated_Then_all_clocks_stop_and_none_is_granted()
    {
        var totals = await Scenarios.SimulateAsync(Scenarios.Run(Scenarios.PlainBut("outOfCity: 0", "outOfCity: 1"), People));

        Assert.Equal((People, 0), (totals.Sum(Measure.Stopped), totals.Sum(Measure.Granted)));
        Assert.Equal(People, totals.StoppedBy(Core.Residence.GapReason.LeftCity));
        Assert.Equal(People, totals.EndingAt(CaseStatus.Suspended));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Given_one_seed_When_simulated_on_one_worker_and_on_several_Then_every_file_is_the_same_to_the_byte(ulong seed)
    {
        var run = Scenarios.Run(ScenarioReader.Read(Scenarios.Shipped, Scenarios.Pack), 2_000, seed: seed);
        using var alone = new TemporaryFolder();
        using var together = new TemporaryFolder();

        var files = Write(alone.Root, run, await Scenarios.SimulateAsync(run, workers: 1));
        Write(together.Root, run, await Scenarios.SimulateAsync(run, workers: 5));

        Assert.Equal(7, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(alone.Root, file)), File.ReadAllBytes(Path.Combine(together.Root, file))));
    }

    [Fact]
    public async Task Given_another_seed_When_simulated_Then_other_lives_are_lived()
    {
        var scenario = ScenarioReader.Read(Scenarios.Shipped, Scenarios.Pack);

        var one = await Scenarios.SimulateAsync(Scenarios.Run(scenario, 1_000, seed: 1));
        var other = await Scenarios.SimulateAsync(Scenarios.Run(scenario, 1_000, seed: 2));

        Assert.NotEqual(SimulationTables.Months(one), SimulationTables.Months(other), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_the_scenario_as_shipped_When_simulated_Then_every_application_is_in_exactly_one_place_at_each_months_end()
    {
        var totals = await Scenarios.SimulateAsync(Scenarios.Run(ScenarioReader.Read(Scenarios.Shipped, Scenarios.Pack), 3_000));

        var (applied, settled, withdrawn, inReview, waiting) = (0L, 0L, 0L, 0L, 0L);
        for (var month = 0; month < totals.Months; month++)
        {
            applied += totals[Measure.Applications, month];
            settled += totals[Measure.Settled, month];
            withdrawn += totals[Measure.Withdrawn, month];
            inReview += totals[Measure.InReview, month];
            waiting += totals[Measure.Waiting, month];
            Assert.Equal(applied, settled + withdrawn + inReview + waiting);
            Assert.All([inReview, waiting], count => Assert.True(count >= 0));
        }

        Assert.Equal((settled, withdrawn, inReview), (totals.EndingAt(CaseStatus.Settled), totals.EndingAt(CaseStatus.Withdrawn), totals.EndingAt(CaseStatus.ForReview)));
        Assert.Equal(applied, Enum.GetValues<CaseStatus>().Sum(totals.EndingAt));
        Assert.Equal(totals.Sum(Measure.Granted), totals.YearsSinceArrival.Sum());
        Assert.All([settled, withdrawn, inReview, waiting], count => Assert.True(count > 0));
    }

    private static IReadOnlyList<string> Write(string folder, SimulationRun run, Totals totals) =>
        [.. SimulationTables.Write(folder, totals), .. SimulationCharts.Write(folder, run, totals)];

    private static void AssertOnly(Totals totals, Measure measure, LocalDate month, long count)
    {
        var found = Enumerable.Range(0, totals.Months).Where(each => totals[measure, each] != 0).Select(each => (totals.FirstDayOf(each), totals[measure, each]));
        Assert.Equal([(month, count)], found);
    }
}
