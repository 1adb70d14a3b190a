using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Cases;

public sealed class RetryScheduleTests
{
    private static readonly Duration[] Middle =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(8),
        Duration.FromHours(12), Duration.FromHours(24), Duration.FromHours(36), Duration.FromDays(7),
    ];

    [Property]
    public void Given_any_effect_When_an_attempt_fails_Then_the_wait_lies_within_a_fifth_of_the_schedule_and_the_waits_grow(Guid id, int effect)
    {
        var waits = Waits(id, effect);

        Assert.All(waits.Zip(Middle), pair => Assert.InRange(pair.First, pair.Second * 0.8 - Duration.FromMilliseconds(1), pair.Second * 1.2));
        Assert.Equal(waits.Order(), waits);
    }

    [Property]
    public void Given_any_effect_When_it_is_reckoned_again_Then_the_wait_is_the_same_and_whole_milliseconds(Guid id, int effect)
    {
        Assert.Equal(Waits(id, effect), Waits(id, effect));
        Assert.All(Waits(id, effect), wait => Assert.Equal(0, wait.SubsecondNanoseconds % 1_000_000));
    }

    [Fact]
    public void Given_the_cases_of_one_outage_When_they_wait_Then_they_do_not_all_come_back_at_once()
    {
        var random = new Random(20261001);
        var waits = Enumerable.Range(0, 1000).Select(_ => Wait(random)).ToList();

        // A tenth of the cases in each tenth of the spread, give or take.
        var tenths = waits.GroupBy(wait => (int)((wait.TotalSeconds - 48) / 2.4)).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(Enumerable.Range(0, 10), tenths.Keys.Order());
        Assert.All(tenths.Values, count => Assert.InRange(count, 60, 140));
    }

    [Fact]
    public void Given_one_case_When_two_effects_fail_together_Then_they_wait_differently() =>
        Assert.Equal(8, Enumerable.Range(1, 8).Select(effect => RetrySchedule.After(new EffectKey(Applications.Id, effect), 1)).Distinct().Count());

    [Fact]
    public void Given_a_released_schedule_When_it_is_reckoned_in_another_process_Then_it_is_what_it_was() =>
        Assert.Equal(Duration.FromMilliseconds(56_556), RetrySchedule.After(new EffectKey(Applications.Id, 1), 1));

    private static List<Duration> Waits(Guid id, int effect) =>
        [.. Enumerable.Range(1, 9).Select(attempt => RetrySchedule.After(new EffectKey(new CaseId(id), effect), attempt))];

    private static Duration Wait(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return RetrySchedule.After(new EffectKey(new CaseId(new Guid(bytes)), 1), 1);
    }
}
