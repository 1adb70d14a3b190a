using System.Diagnostics.Metrics;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class GroupCommitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_many_appends_at_once_When_they_are_committed_Then_there_are_far_fewer_commits()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        var batches = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == store.Meter.Meter && string.Equals(instrument.Name, "hukou.store.batch.size", StringComparison.Ordinal))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref batches));
        listener.Start();

        var results = await Task.WhenAll(Enumerable.Range(0, 2000).Select(_ => store.AppendAsync(Cases.Received(Cases.NewId()), Ct)));

        Assert.All(results, result => Assert.IsType<AppendResult.Appended>(result));
        Assert.Equal(2000, (await store.CountAsync(Ct)).Sum(count => count.Cases));
        Assert.InRange(batches, 1, 400);
    }

    [Fact]
    public async Task Given_accepted_appends_When_the_store_is_disposed_Then_they_are_written_first()
    {
        using var folder = new TemporaryFolder();
        var appends = Enumerable.Range(0, 500).Select(_ => Cases.Received(Cases.NewId())).ToArray();
        Task<AppendResult>[] written;
        await using (var store = folder.Open())
        {
            written = [.. appends.Select(append => store.AppendAsync(append, Ct))];
        }

        Assert.All(await Task.WhenAll(written), result => Assert.IsType<AppendResult.Appended>(result));
        await using var reopened = folder.Open();
        foreach (var append in appends)
        {
            Assert.Equal(1, (await reopened.LoadAsync(append.State.Id, Ct))!.Version);
        }
    }

    [Fact]
    public async Task Given_a_closed_store_When_it_is_used_Then_it_says_so()
    {
        using var folder = new TemporaryFolder();
        var store = folder.Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.AppendAsync(Cases.Received(Cases.NewId()), Ct));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_callers_who_leave_at_any_moment_When_they_look_again_Then_what_they_were_told_is_true()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(async number =>
        {
            using var leaving = new CancellationTokenSource();
            var append = Cases.Received(Cases.NewId());
            var outcome = Task.Run(() => store.AppendAsync(append, leaving.Token), Ct);
            if (number % 2 == 0)
            {
                await leaving.CancelAsync();
            }

            var told = await Task.WhenAny(outcome) is { IsCompletedSuccessfully: true };
            Assert.Equal(told, await store.LoadAsync(append.State.Id, Ct) is not null);
        }));
    }
}
