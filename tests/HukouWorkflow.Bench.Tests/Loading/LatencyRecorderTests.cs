using System.Diagnostics;
using HukouWorkflow.Bench.Loading;

namespace HukouWorkflow.Bench.Tests.Loading;

public sealed class LatencyRecorderTests
{
    private const double ThreeDigits = 0.001;

    [Fact]
    public void Given_one_to_ten_thousand_milliseconds_When_percentiles_are_read_Then_they_are_those_of_the_values()
    {
        var recorder = new LatencyRecorder();
        foreach (var milliseconds in Enumerable.Range(1, 10_000).Reverse())
        {
            recorder.Note(Ticks(milliseconds));
        }

        var latency = recorder.Read();
        AssertAbout(5_000, latency.P50);
        AssertAbout(9_000, latency.P90);
        AssertAbout(9_900, latency.P99);
        AssertAbout(9_990, latency.P999);
        AssertAbout(10_000, latency.Max);
    }

    [Fact]
    public void Given_one_slow_request_among_a_thousand_When_percentiles_are_read_Then_only_the_longest_shows_it()
    {
        var recorder = new LatencyRecorder();
        recorder.Note(Ticks(800));
        for (var request = 1; request < 1_000; request++)
        {
            recorder.Note(Ticks(2));
        }

        var latency = recorder.Read();
        AssertAbout(2, latency.P99);
        AssertAbout(800, latency.Max);
    }

    private static long Ticks(double milliseconds) => (long)(milliseconds / 1_000 * Stopwatch.Frequency);

    private static void AssertAbout(double expected, double actual) => Assert.InRange(actual, expected * (1 - ThreeDigits), expected * (1 + ThreeDigits));

    [Fact]
    public void Given_nothing_noted_When_it_is_read_Then_all_is_zero() => Assert.Equal(new Latency(0, 0, 0, 0, 0), new LatencyRecorder().Read());
}
