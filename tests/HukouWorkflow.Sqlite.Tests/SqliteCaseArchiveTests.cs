using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using NodaTime;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class SqliteCaseArchiveTests : CaseArchiveContract
{
    protected override Task<ArchivedStore> CreateAsync() => Task.FromResult<ArchivedStore>(new ArchivedFolder());

    [Theory]
    [InlineData("UPDATE cases SET status = 7, since = 0, district = 500105, next_wake = 1, due = 1")]
    [InlineData("UPDATE cases SET next_wake = NULL")]
    [InlineData("DELETE FROM people")]
    public async Task Given_columns_that_differ_from_the_journal_When_reindexed_Then_they_follow_from_it_again(string tampering)
    {
        using var folder = new TemporaryFolder();
        var append = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7), NextWake = Cases.Start + Duration.FromDays(1) };
        await folder.FillAsync(append);
        folder.Tamper(tampering);

        using (var archive = SqliteCaseArchive.OpenToWrite(folder.Path, TimeProvider.System))
        {
            Assert.True(await archive.ReindexAsync(append.State, new Effects([], append.NextWake, append.Due), Ct));
            Assert.Equal(0, await archive.RemoveStrayAsync(Ct));
        }

        using var verifier = JournalVerifier.Open(folder.Path);
        Assert.Null(Assert.Single(verifier.Verify()).Broken);
        await using var store = folder.Open();
        Assert.Equal(append.NextWake, await store.FindWakeAsync(append.State.Id, Ct));
        Assert.Equal(new CaseCount(Cases.Yubei, CaseStatus.Received, 1), Assert.Single(await store.CountAsync(Ct)));
        Assert.IsType<AppendResult.PersonHasOpenCase>(await store.AppendAsync(Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) }, Ct));
    }

    [Fact]
    public async Task Given_wrong_counts_and_a_reservation_of_nobody_When_strays_are_removed_Then_counts_are_right_and_it_is_free()
    {
        using var folder = new TemporaryFolder();
        await folder.FillAsync(Cases.Received(Cases.NewId()));
        folder.Tamper("UPDATE counts SET cases = 99; INSERT INTO people (person, case_no) VALUES (x'00000000000000000000000000000007', 12)");

        using (var archive = SqliteCaseArchive.OpenToWrite(folder.Path, TimeProvider.System))
        {
            Assert.Equal(1, await archive.RemoveStrayAsync(Ct));
        }

        await using var store = folder.Open();
        Assert.Equal(1, Assert.Single(await store.CountAsync(Ct)).Cases);
        Assert.IsType<AppendResult.Appended>(await store.AppendAsync(Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) }, Ct));
    }

    [Fact]
    public async Task Given_a_folder_that_is_served_When_it_is_read_whole_Then_it_is_read_beside_and_mending_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        await store.AppendAsync(Cases.Received(Cases.NewId()), Ct);

        using var archive = SqliteCaseArchive.OpenToRead(folder.Path);

        Assert.Single(await archive.ReadAllAsync(Ct).ToListAsync(Ct));
        Assert.Contains("Another process holds", Assert.Throws<DataFolderException>(() => SqliteCaseArchive.OpenToWrite(folder.Path, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    private sealed class ArchivedFolder : ArchivedStore
    {
        private readonly TemporaryFolder _folder = new();

        public override async Task<T> AsStoreAsync<T>(Func<ICaseStore, Task<T>> use)
        {
            await using var store = _folder.Open();
            return await use(store);
        }

        public override async Task<T> AsArchiveAsync<T>(Func<ICaseArchive, Task<T>> use)
        {
            using var archive = SqliteCaseArchive.OpenToWrite(_folder.Path, TimeProvider.System);
            return await use(archive);
        }

        public override ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
