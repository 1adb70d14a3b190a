using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Testing;

public abstract partial class CaseStoreContract
{
    private static readonly LocalDate Day = new(2026, 3, 1);

    [Fact]
    public async Task Given_a_thousand_entries_When_the_journal_is_paged_Then_every_entry_comes_once_in_order()
    {
        var append = Cases.Received(Cases.NewId());
        await Store.AppendAsync(append, Ct);
        var views = Enumerable.Range(0, 999).Select(number => new CaseViewed($"staff-{number}", "auditor")).ToArray();
        await Store.AppendAsync(Cases.Next(append.State, Cases.Start, views), Ct);

        var read = new List<JournalEntry>();
        while (await Store.ReadJournalAsync(append.State.Id, read.Count, 64, Ct) is { Count: > 0 } page)
        {
            read.AddRange(page);
        }

        Assert.Equal(Enumerable.Range(1, 1000), read.Select(entry => entry.Version));
        Assert.Equal(views, read.Skip(1).Select(entry => entry.Event));
        Assert.Equal(1000, (await Store.LoadAsync(append.State.Id, Ct))!.Version);
    }

    [Fact]
    public async Task Given_a_journal_When_its_hashes_are_recomputed_Then_they_agree()
    {
        var append = Cases.Received(Cases.NewId());
        await Store.AppendAsync(append, Ct);
        await Store.AppendAsync(Cases.Viewed(append.State), Ct);

        var hash = JournalHash.Seed.ToArray();
        foreach (var entry in await Store.ReadJournalAsync(append.State.Id, 0, 10, Ct))
        {
            JournalHash.Next(hash, entry.Version, entry.At, EventJson.Write(entry.Event), hash);
            Assert.Equal(hash, entry.Hash.ToArray());
        }
    }

    [Fact]
    public async Task Given_wakes_When_the_due_are_read_Then_they_come_earliest_first_up_to_the_instant()
    {
        var byWake = new Dictionary<int, CaseId>();
        foreach (var minute in (int[])[5, 1, 9, 3])
        {
            byWake[minute] = Cases.NewId();
            await Store.AppendAsync(Cases.Received(byWake[minute]) with { NextWake = Cases.Start + Duration.FromMinutes(minute) }, Ct);
        }

        await Store.AppendAsync(Cases.Received(Cases.NewId()), Ct);

        var due = await Store.ReadDueAsync(Cases.Start + Duration.FromMinutes(5), 10, Ct);
        Assert.Equal([byWake[1], byWake[3], byWake[5]], due.Select(found => found.Id));
        Assert.Equal(Cases.Start + Duration.FromMinutes(1), due[0].WakeAt);
        Assert.Equal(2, (await Store.ReadDueAsync(Cases.Start + Duration.FromMinutes(5), 2, Ct)).Count);
    }

    [Fact]
    public async Task Given_a_wake_between_milliseconds_When_it_has_not_come_Then_the_case_is_not_due()
    {
        var wake = Cases.Start.PlusNanoseconds(1);
        var append = Cases.Received(Cases.NewId()) with { NextWake = wake };
        await Store.AppendAsync(append, Ct);

        Assert.Empty(await Store.ReadDueAsync(Cases.Start, 10, Ct));
        Assert.InRange((await Store.FindWakeAsync(append.State.Id, Ct))!.Value, wake, wake + Duration.FromMilliseconds(1));
    }

    [Fact]
    public async Task Given_cases_of_every_kind_When_they_are_listed_Then_filters_order_and_pages_hold()
    {
        var all = await AppendVariousAsync(200);

        foreach (var query in Queries())
        {
            var expected = all
                .Where(found => query.Districts?.Contains(found.District) != false)
                .Where(found => query.Statuses?.Contains(found.Status) != false)
                .Where(found => query.DueBefore is null || found.Due < query.DueBefore)
                .OrderBy(found => found.Due ?? LocalDate.MaxIsoValue).ThenBy(found => found.Id)
                .ToArray();

            Assert.Equal(expected, await ReadAllAsync(query));
        }
    }

    [Fact]
    public async Task Given_cases_that_move_When_they_are_counted_Then_the_counts_equal_a_recount()
    {
        await AppendVariousAsync(100);
        foreach (var found in await ReadAllAsync(new CaseQuery(null, [CaseStatus.Accruing], null, null, 7)))
        {
            var state = await Store.LoadAsync(found.Id, Ct);
            await Store.AppendAsync(Cases.Next(state!, Cases.Start, new ResidenceMoved(new LocalDate(2025, 1, 1), Cases.Jiangbei), new ApplicationWithdrawn()), Ct);
        }

        var recount = (await ReadAllAsync(new CaseQuery(null, null, null, null, 13)))
            .GroupBy(found => (found.District, found.Status), (pair, cases) => new CaseCount(pair.District, pair.Status, cases.LongCount()));

        Assert.Equal(recount.ToHashSet(), (await Store.CountAsync(Ct)).ToHashSet());
    }

    [Fact]
    public async Task Given_appends_out_of_order_in_time_When_the_latest_instant_is_read_Then_it_never_goes_back()
    {
        await Store.AppendAsync(Cases.Received(Cases.NewId(), at: Cases.Start + Duration.FromDays(2)), Ct);
        await Store.AppendAsync(Cases.Received(Cases.NewId(), at: Cases.Start), Ct);

        Assert.Equal(Cases.Start + Duration.FromDays(2), await Store.LatestInstantAsync(Ct));
    }

    private static IEnumerable<CaseQuery> Queries() =>
        from districts in (IReadOnlyList<DivisionCode>?[])[null, [Cases.Yubei], [Cases.Yubei, Cases.Jiangbei, Cases.Yubei], []]
        from statuses in (IReadOnlyList<CaseStatus>?[])[null, [CaseStatus.Accruing], [CaseStatus.Withdrawn, CaseStatus.Received]]
        from dueBefore in (LocalDate?[])[null, Day.PlusDays(3)]
        from limit in (int[])[1, 7, 500]
        select new CaseQuery(districts, statuses, dueBefore, null, limit);

    private async Task<List<CaseSummary>> AppendVariousAsync(int cases)
    {
        var all = new List<CaseSummary>();
        for (var number = 0; number < cases; number++)
        {
            var district = number % 3 == 0 ? Cases.Jiangbei : Cases.Yubei;
            var (status, rest) = (number % 5) switch
            {
                0 => (CaseStatus.Withdrawn, (CaseEvent[])[new ApplicationWithdrawn()]),
                1 or 2 => (CaseStatus.Accruing, [new AccrualBegan()]),
                _ => (CaseStatus.Received, []),
            };
            LocalDate? due = number % 4 == 0 ? null : Day.PlusDays(number % 7);
            var append = Cases.Next(CaseState.Before(Cases.NewId()), Cases.Start, [Cases.Application(district), .. rest]) with { Due = due };
            await Store.AppendAsync(append, Ct);
            all.Add(new CaseSummary(append.State.Id, status, Cases.Start, district, due));
        }

        return all;
    }

    private async Task<List<CaseSummary>> ReadAllAsync(CaseQuery query)
    {
        var read = new List<CaseSummary>();
        while (await Store.ListAsync(query, Ct) is { Count: > 0 } page)
        {
            Assert.InRange(page.Count, 1, query.Limit);
            read.AddRange(page);
            query = query with { After = new CasePosition(page[^1].Due, page[^1].Id) };
        }

        return read;
    }
}
