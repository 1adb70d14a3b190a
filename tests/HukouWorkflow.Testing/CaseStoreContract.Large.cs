using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Testing;

public abstract partial class CaseStoreContract
{
    private const int LongText = 200 * 1024;

    [Fact]
    public async Task Given_an_append_of_hundreds_of_events_When_it_is_made_Then_all_are_there_once_in_order()
    {
        var first = Cases.Received(Cases.NewId());
        await Store.AppendAsync(first, Ct);
        var views = Enumerable.Range(0, 250).Select(number => new CaseViewed($"staff-{number}", "auditor")).ToArray();
        var many = Cases.Next(first.State, Cases.Start, views) with { Personal = [.. Enumerable.Range(0, 30).Select(number => (ReadOnlyMemory<byte>)new[] { (byte)number })] };

        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(many, Ct));

        Assert.Equal(views, (await Store.ReadJournalAsync(first.State.Id, 1, 1000, Ct)).Select(entry => entry.Event));
        Assert.Equal(Enumerable.Range(0, 30), (await Store.ReadPersonalAsync(first.State.Id, Ct)).Select(item => (int)item.Bytes.Span[0]));
        Assert.Equal(251, (await Store.LoadAsync(first.State.Id, Ct))!.Version);
    }

    [Fact]
    public async Task Given_a_case_that_begins_with_hundreds_of_events_When_it_is_appended_to_Then_it_goes_on_from_there()
    {
        CaseEvent[] views = [.. Enumerable.Range(0, 150).Select(number => new CaseViewed($"staff-{number}", "auditor"))];
        var first = Cases.Next(Core.Cases.CaseState.Before(Cases.NewId()), Cases.Start, [Cases.Application(), .. views]);

        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(first, Ct));
        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(Cases.Viewed(first.State), Ct));

        Assert.Equal(152, (await Store.LoadAsync(first.State.Id, Ct))!.Version);
    }

    [Fact]
    public async Task Given_an_append_of_six_megabytes_When_it_is_made_Then_every_event_is_read_back_whole()
    {
        var first = Cases.Received(Cases.NewId());
        await Store.AppendAsync(first, Ct);
        var views = Enumerable.Range(0, 30).Select(number => new CaseViewed(new string((char)('a' + (number % 26)), LongText), "auditor")).ToArray();

        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(Cases.Next(first.State, Cases.Start, views), Ct));

        Assert.Equal(views, (await Store.ReadJournalAsync(first.State.Id, 1, 100, Ct)).Select(entry => entry.Event));
        Assert.Equal(31, (await Store.LoadAsync(first.State.Id, Ct))!.Version);
    }

    [Fact]
    public async Task Given_a_journal_of_thousands_of_entries_When_it_is_read_Then_it_is_whole()
    {
        var append = Cases.Received(Cases.NewId());
        await Store.AppendAsync(append, Ct);
        for (var round = 0; round < 3; round++)
        {
            append = Cases.Next(append.State, Cases.Start, [.. Enumerable.Range(0, 700).Select(_ => new CaseViewed($"staff-{round}", "auditor"))]);
            Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(append, Ct));
        }

        Assert.Equal(2101, (await Store.LoadAsync(append.State.Id, Ct))!.Version);
        Assert.Equal(Enumerable.Range(1, 2101), (await Store.ReadJournalAsync(append.State.Id, 0, 5000, Ct)).Select(entry => entry.Version));
        Assert.Equal(Enumerable.Range(1951, 100), (await Store.ReadJournalAsync(append.State.Id, 1950, 100, Ct)).Select(entry => entry.Version));
    }

    [Theory]
    [InlineData("it's \"quoted\" \\ / ? # % %2F + & = ; : , . ~")]
    [InlineData("王秀英 𠮷 👩🏽‍💼 é e\u0301 \u200F\u202E")]
    [InlineData("line\r\nbreak\ttab \u0001 \u007F \u0085 \u2028 \uFFFD")]
    [InlineData("--batch_1\r\nContent-Type: multipart/mixed\r\n\r\n{\"odata.error\":{}} </entry> ]]>")]
    [InlineData(" leading and trailing ")]
    public async Task Given_unusual_characters_in_an_event_When_it_is_read_back_Then_they_are_the_same(string text)
    {
        var first = Cases.Received(Cases.NewId());
        await Store.AppendAsync(first, Ct);
        var viewed = new CaseViewed(text, text);

        await Store.AppendAsync(Cases.Next(first.State, Cases.Start, viewed), Ct);

        Assert.Equal(viewed, (await Store.ReadJournalAsync(first.State.Id, 1, 1, Ct))[0].Event);
        Assert.Equal(2, (await Store.LoadAsync(first.State.Id, Ct))!.Version);
    }

    [Fact]
    public async Task Given_keys_of_unusual_bytes_When_each_is_used_Then_each_finds_its_own_answer()
    {
        byte[][] keys = [.. "\0'\"/\\?#%+ :;~\u007F\u0080\u00FF".Select(letter => Enumerable.Repeat((byte)letter, 16).ToArray())];
        var cases = new List<Core.Identity.CaseId>();
        foreach (var key in keys)
        {
            var id = Cases.NewId();
            await Store.AppendAsync(Cases.Received(id) with { Answer = new IdempotentAnswer(key, key, id, 1), Person = Core.Identity.PersonKey.FromBytes(key) }, Ct);
            cases.Add(id);
        }

        for (var number = 0; number < keys.Length; number++)
        {
            var found = await Store.FindAnswerAsync(keys[number], Ct);
            Assert.Equal(cases[number], found?.Case);
            Assert.Equal(keys[number], found!.Body.ToArray());
        }
    }

    [Fact]
    public async Task Given_a_person_with_an_open_case_When_a_large_application_is_refused_Then_nothing_of_it_is_anywhere()
    {
        var open = Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) };
        await Store.AppendAsync(open, Ct);
        var id = Cases.NewId();
        CaseEvent[] views = [.. Enumerable.Range(0, 150).Select(number => new CaseViewed($"staff-{number}", "auditor"))];
        var refused = Cases.Next(Core.Cases.CaseState.Before(id), Cases.Start, [Cases.Application(Cases.Jiangbei), .. views]) with
        {
            Person = Cases.Person(7),
            Personal = [new byte[] { 1 }],
            NextWake = Cases.Start,
            Due = Day,
            Answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), id, 151),
        };

        Assert.Equal(new AppendResult.PersonHasOpenCase(open.State.Id), await Store.AppendAsync(refused, Ct));

        Assert.Null(await Store.LoadAsync(id, Ct));
        Assert.Null(await Store.FindWakeAsync(id, Ct));
        Assert.Null(await Store.FindAnswerAsync(Cases.Key(1), Ct));
        Assert.Empty(await Store.ReadJournalAsync(id, 0, 1000, Ct));
        Assert.Empty(await Store.ReadPersonalAsync(id, Ct));
        Assert.Empty(await Store.ReadDueAsync(Instant.MaxValue, 10, Ct));
        Assert.Equal([open.State.Id], (await ReadAllAsync(new CaseQuery(null, null, null, null, 10))).Select(found => found.Id));
        Assert.Equal(1, (await Store.CountAsync(Ct)).Sum(count => count.Cases));
        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(refused with { Person = Cases.Person(8) }, Ct));
    }

    [Fact]
    public async Task Given_writers_of_large_and_small_appends_at_once_When_each_retries_on_conflict_Then_each_append_is_whole_and_in_one_piece()
    {
        var first = Cases.Received(Cases.NewId());
        await Store.AppendAsync(first, Ct);
        int[] sizes = [120, 1, 120, 1, 1, 120, 1, 1];

        await Task.WhenAll(sizes.Select(async (size, writer) =>
        {
            CaseEvent[] views = [.. Enumerable.Range(0, size).Select(_ => new CaseViewed($"staff-{writer}", "auditor"))];
            while (await Store.AppendAsync(Cases.Next((await Store.LoadAsync(first.State.Id, Ct))!, Cases.Start, views), Ct) is not AppendResult.Appended)
            {
            }
        }));

        var journal = await Store.ReadJournalAsync(first.State.Id, 1, 1000, Ct);
        Assert.Equal(sizes.Sum(), journal.Count);
        var writers = journal.Select(entry => ((CaseViewed)entry.Event).By).ToArray();
        Assert.Equal(sizes.Length - 1, writers.Zip(writers.Skip(1)).Count(pair => !string.Equals(pair.First, pair.Second, StringComparison.Ordinal)));
        Assert.Equal(sizes.Sum() + 1, (await Store.LoadAsync(first.State.Id, Ct))!.Version);
    }

    [Fact]
    public async Task Given_a_case_When_its_access_is_asked_Then_applicant_and_district_are_told()
    {
        var id = Cases.NewId();
        Assert.Null(await Store.FindAccessAsync(id, Ct));

        await Store.AppendAsync(Cases.Received(id, Cases.Jiangbei), Ct);

        Assert.Equal(new CaseAccess(Cases.Person(0), Cases.Jiangbei), await Store.FindAccessAsync(id, Ct));
    }
}
