using HukouWorkflow.Bench.Loading;
using HukouWorkflow.Bench.Maturing;
using NodaTime;

namespace HukouWorkflow.Bench.Tests.Maturing;

public sealed class MidnightOutcomeTests
{
    [Fact]
    public void Given_windows_around_a_midnight_When_they_are_sorted_Then_those_across_it_or_across_the_end_count_for_neither_side()
    {
        var outcome = new MidnightOutcome([], Duration.FromSeconds(20), [Window(-15, 1), Window(-9, 2), Window(-3, 3), Window(4, 4), Window(11, 5), Window(18, 6)]);

        Assert.Equal([2], outcome.Before.Select(window => window.Result.Sent));
        Assert.Equal([4, 5], outcome.During.Select(window => window.Result.Sent));
        Assert.Equal(1, outcome.ShareDuring);
    }

    [Fact]
    public void Given_cases_that_are_settled_within_a_window_When_windows_are_sorted_Then_the_one_they_were_settled_in_is_taken_and_its_share_told()
    {
        var outcome = new MidnightOutcome([], Duration.FromSeconds(3), [Window(-8, 1), Window(-2, 2), Window(5, 3)]);

        Assert.Equal([2], outcome.During.Select(window => window.Result.Sent));
        Assert.Equal(3.0 / 5, outcome.ShareDuring, precision: 6);
    }

    [Fact]
    public void Given_delays_When_a_percentile_is_asked_for_Then_so_many_cases_took_no_longer()
    {
        var outcome = new MidnightOutcome([.. Enumerable.Range(1, 200).Select(milliseconds => Duration.FromMilliseconds(milliseconds))], Duration.Zero, []);

        Assert.Equal((100, 198, 200), (outcome.DelayAt(0.50), outcome.DelayAt(0.99), outcome.DelayAt(1)));
    }

    private static IntakeWindow Window(int from, int number)
    {
        var begins = MidnightPlan.Midnight + Duration.FromSeconds(from);
        return new IntakeWindow(begins, begins + Duration.FromSeconds(5), new LoadResult
        {
            Sent = number,
            Accepted = 0,
            Refused = new Dictionary<int, long>(),
            FirstRefusal = null,
            BeganAt = default,
            Measured = 0,
            Seconds = 5,
            CpuSeconds = 0,
            Latency = new Latency(0, 0, 0, 0, 0),
        });
    }
}
