namespace HukouWorkflow.Local.Tests.Hosting;

/// <summary>Faults of the machine under the real process. What fails says the seed.</summary>
public sealed class FaultTests
{
    private readonly int _seed = Random.Shared.Next(1_000_000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Given_a_bit_of_a_stored_event_that_turned_over_When_verified_and_served_Then_it_is_named_and_all_other_cases_settle(bool inPage) =>
        AssertSound(await FlippedByte.RunAsync(_seed, inPage, Ct));

    [Fact]
    public async Task Given_a_full_disk_When_served_and_killed_Then_changes_are_refused_reads_go_on_and_nothing_acknowledged_is_lost()
    {
        using var disk = await SmallDisk.MountAsync();
        Assert.SkipWhen(disk is null, "Nobody but root may mount a file system here; the next test does without.");

        AssertSound(await FullDisk.RunAsync(disk, _seed, Ct));
    }

    [Fact]
    public async Task Given_no_room_for_any_write_When_served_and_killed_Then_changes_are_refused_reads_go_on_and_nothing_acknowledged_is_lost()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux limits the files of a process that runs.");

        AssertSound(await FullDisk.RunLimitedAsync(_seed, Ct));
    }

    [Fact]
    public async Task Given_a_log_with_a_torn_tail_When_served_Then_nothing_acknowledged_is_missing_and_what_a_disk_destroyed_is_not_granted_again() =>
        AssertSound(await TornTail.RunAsync(_seed, variants: 10, Ct));

    private void AssertSound(Findings findings) => Assert.True(findings.IsSound, $"seed {_seed}{Environment.NewLine}{findings}");
}
