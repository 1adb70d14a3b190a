using System.Diagnostics;
using HukouWorkflow.Bench.Loading;

namespace HukouWorkflow.Bench.Tests.Loading;

public sealed class PaceTests
{
    [Theory]
    [InlineData(41, 0)]
    [InlineData(42, 0.25)]
    [InlineData(49, 2)]
    public async Task Given_people_whose_turn_is_over_When_they_arrive_Then_nobody_waits_and_each_is_late_by_their_own_turn(int person, double seconds)
    {
        var begins = Stopwatch.GetTimestamp() - (10 * Stopwatch.Frequency);
        var arrived = new Pace(begins, first: 41, perSecond: 4).ArriveAsync(person).AsTask();

        Assert.True(arrived.IsCompletedSuccessfully);
        Assert.Equal(begins + (long)(seconds * Stopwatch.Frequency), await arrived);
    }

    [Fact]
    public async Task Given_a_person_whose_turn_is_to_come_When_they_arrive_Then_they_are_not_early()
    {
        var begins = Stopwatch.GetTimestamp();
        var turn = await new Pace(begins, first: 1, perSecond: 100).ArriveAsync(3);

        Assert.Equal(begins + (Stopwatch.Frequency / 50), turn);
        Assert.True(Stopwatch.GetTimestamp() >= turn);
    }
}
