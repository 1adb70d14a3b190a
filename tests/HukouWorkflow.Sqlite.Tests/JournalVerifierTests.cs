using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class JournalVerifierTests
{
    // The key of an entry of the second case.
    private const long Second = 2L << 24;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Tamperings => new()
    {
        { $"UPDATE journal SET payload = CAST(replace(CAST(payload AS TEXT), 'staff-1', 'staff-2') AS BLOB) WHERE entry = {Second + 2}", 2, JournalFault.HashDiffers },
        { $"UPDATE journal SET payload = zeroblob(length(payload)) WHERE entry = {Second + 1}", 1, JournalFault.HashDiffers },
        { $"UPDATE journal SET hash = zeroblob(32) WHERE entry = {Second + 3}", 3, JournalFault.HashDiffers },
        { $"UPDATE journal SET at = at + 1 WHERE entry = {Second + 2}", 2, JournalFault.HashDiffers },
        { $"DELETE FROM journal WHERE entry = {Second + 2}", 2, JournalFault.EntryMissing },
        { $"DELETE FROM journal WHERE entry = {Second + 4}", 4, JournalFault.EntryMissing },
        { $"DELETE FROM journal WHERE entry > {Second} AND entry < {Second + 100}", 1, JournalFault.EntryMissing },
        {
            $"""
            UPDATE journal SET entry = 1 WHERE entry = {Second + 2};
            UPDATE journal SET entry = {Second + 2} WHERE entry = {Second + 3};
            UPDATE journal SET entry = {Second + 3} WHERE entry = 1
            """, 2, JournalFault.HashDiffers
        },
        { $"INSERT INTO journal SELECT entry + 1, at, payload, hash FROM journal WHERE entry = {Second + 4}", 5, JournalFault.HashDiffers },
        { "UPDATE cases SET head = zeroblob(32) WHERE no = 2", 4, JournalFault.HeadDiffers },
        { "UPDATE cases SET version = 3 WHERE no = 2", 4, JournalFault.EntryNotCounted },
        { "UPDATE cases SET version = 5 WHERE no = 2", 5, JournalFault.EntryMissing },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Given_a_tampered_case_When_verified_and_loaded_Then_both_name_its_first_broken_link_and_the_others_hold(string sql, int version, string fault)
    {
        using var folder = new TemporaryFolder();
        var ids = await FillAsync(folder);
        Assert.True(folder.Tamper(sql) > 0);

        Assert.Equal([null, new BrokenLink(version, fault), null], Verify(folder).Select(verdict => verdict.Broken));
        Assert.Equal(ids[1], Verify(folder)[1].Id);

        await using var store = folder.Open();
        var corrupt = await Assert.ThrowsAsync<CorruptJournalException>(() => store.LoadAsync(ids[1], Ct));
        Assert.Equal((ids[1], version, fault), (corrupt.Id, corrupt.Version, corrupt.Fault));
        Assert.Equal(4, (await store.LoadAsync(ids[0], Ct))!.Version);
        Assert.Equal(4, (await store.LoadAsync(ids[2], Ct))!.Version);
    }

    [Theory]
    [InlineData("status = 7")]
    [InlineData("since = since - 1")]
    [InlineData("district = 500105")]
    public async Task Given_a_listed_column_changed_When_verified_Then_the_case_is_named(string change)
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder);
        folder.Tamper($"UPDATE cases SET {change} WHERE no = 2");

        Assert.Equal([null, new BrokenLink(4, JournalFault.ColumnsDiffer), null], Verify(folder).Select(verdict => verdict.Broken));
    }

    [Theory]
    [InlineData("DELETE FROM cases WHERE no = 2", 4)]
    [InlineData("DELETE FROM cases WHERE no = 2; DELETE FROM journal WHERE entry >> 24 = 2", 0)]
    public async Task Given_a_case_deleted_When_verified_Then_its_number_is_named(string sql, int entriesLeft)
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder);
        folder.Tamper(sql);

        Assert.Equal(new CaseVerdict(2, null, entriesLeft, new BrokenLink(1, JournalFault.CaseMissing)), Verify(folder)[1]);
    }

    [Fact]
    public async Task Given_the_last_case_deleted_but_not_its_entries_When_verified_Then_the_orphans_are_found()
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder);
        folder.Tamper("DELETE FROM cases WHERE no = 3");

        Assert.Equal(new CaseVerdict(3, null, 4, new BrokenLink(1, JournalFault.CaseMissing)), Verify(folder)[2]);
    }

    [Fact]
    public async Task Given_an_event_of_a_later_build_When_verified_Then_it_is_unreadable_though_its_hash_holds()
    {
        using var folder = new TemporaryFolder();
        var ids = await FillAsync(folder);
        await using (var store = folder.Open())
        {
            var last = (await store.ReadJournalAsync(ids[1], 2, 2, Ct))[0];
            var payload = "{\"type\":\"notYetKnown\"}"u8.ToArray();
            var hash = new byte[JournalHash.Length];
            JournalHash.Next(last.Hash.Span, 4, last.At, payload, hash);
            folder.Tamper($"UPDATE journal SET payload = $payload, hash = $hash WHERE entry = {Second + 4}", ("$payload", payload), ("$hash", hash));
            folder.Tamper("UPDATE cases SET head = $hash WHERE no = 2", ("$hash", hash));
        }

        Assert.Equal(new BrokenLink(4, JournalFault.EventUnreadable), Verify(folder)[1].Broken);
    }

    [Fact]
    public async Task Given_a_store_at_work_When_verified_beside_it_Then_every_case_holds()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(_ => store.AppendAsync(Cases.Received(Cases.NewId()), Ct)));
        var meanwhile = Task.WhenAll(Enumerable.Range(0, 1200).Select(_ => store.AppendAsync(Cases.Received(Cases.NewId()), Ct)));

        var verdicts = Verify(folder);

        await meanwhile;
        Assert.True(verdicts.Count >= 1200);
        Assert.All(verdicts, verdict => Assert.Null(verdict.Broken));
        Assert.Equal(Enumerable.Range(1, verdicts.Count).Select(number => (long)number), verdicts.Select(verdict => verdict.Number));
    }

    private static List<CaseVerdict> Verify(TemporaryFolder folder)
    {
        using var verifier = JournalVerifier.Open(folder.Path);
        return [.. verifier.Verify()];
    }

    private static async Task<CaseId[]> FillAsync(TemporaryFolder folder)
    {
        var appends = Enumerable.Range(0, 3).Select(_ => Cases.Received(Cases.NewId())).ToArray();
        await folder.FillAsync(appends);
        await folder.FillAsync([.. appends.Select(append => Cases.Next(
            append.State,
            Cases.Start,
            new CaseViewed("staff-1", "auditor"),
            new AccrualBegan(),
            new CaseViewed("staff-1", "caseworker")))]);
        return [.. appends.Select(append => append.State.Id)];
    }
}
