using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class CheckpointerTests
{
    // Each append alone writes some eight pages: several times what the log is to hold.
    private const int Appends = 2500;
    private const long MostBytesOfLog = 40 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_appends_that_never_pause_When_the_log_has_filled_several_times_Then_it_began_anew_and_holds_no_more_than_it_should()
    {
        using var folder = new TemporaryFolder();
        var appends = Enumerable.Range(0, Appends).Select(_ => Cases.Received(Cases.NewId())).ToArray();
        await using (var store = folder.Open())
        {
            foreach (var append in appends)
            {
                Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, Ct));
            }

            Assert.InRange(new FileInfo(Path.Combine(folder.Path, "cases.db-wal")).Length, 1, MostBytesOfLog);
            Assert.Equal(Appends, (await store.CountAsync(Ct)).Sum(count => count.Cases));
        }

        await using var reopened = folder.Open();
        Assert.Equal(1, (await reopened.LoadAsync(appends[^1].State.Id, Ct))!.Version);
    }
}
