using System.Net;
using System.Text.Json;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Local.Storage;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Local.Tests.Moving;

public sealed class MoveTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Given_a_data_folder_with_cases_When_they_move_to_tables_and_back_Then_everything_is_as_it_was_to_the_byte()
    {
        using var folder = new TemporaryFolder();
        using var returned = new TemporaryFolder();
        var (archive, second) = (Path.Combine(folder.Root, "cases.hukou"), Path.Combine(folder.Root, "again.hukou"));
        var storage = (await azurite.GetAsync()).ConnectionString;
        var prefix = AzuriteFixture.NewTableName();
        string id;
        await using (var service = await Services.StartAsync(folder))
        {
            using var applicants = new Applicants(service.Address, service.Tokens!);
            id = await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusDays(-400), withChild: true));
            await applicants.ApplyAsync(2, People.Application(2, Services.Today.PlusDays(-10)));

            Assert.Equal((0, string.Empty), await RunAsync("export", archive, "--data", folder.Data));
        }

        await MoveAsync(archive, Path.Combine(folder.Data, "keys"), new StorePlace(folder.Data, storage, prefix));
        string view;
        await using (var service = await LocalService.StartAsync(Settings(folder, storage, prefix), TestContext.Current.CancellationToken))
        {
            using var applicants = new Applicants(service.Address, service.Tokens!);
            Assert.Equal("accruing", await applicants.StatusAsync(1, id));
            Assert.Equal(id, await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusDays(-400), withChild: true)));
            Assert.Equal(HttpStatusCode.Conflict, (await applicants.PostAsync(1, "api/applications", People.Application(1, Services.Today.PlusDays(-9)), "another")).Status);
            view = (await applicants.GetAsync(1, $"api/applications/{id}")).Body.GetRawText();
        }

        await ExportAsync(new StorePlace(folder.Data, storage, prefix), second);
        Assert.Equal(await CasesAsync(archive), await CasesAsync(second));
        Assert.Equal((0, string.Empty), await RunAsync("import", second, "--keys", Path.Combine(folder.Data, "keys"), "--data", returned.Data));
        Assert.Equal((0, string.Empty), await RunAsync("verify", "--data", returned.Data));
        await using (var service = await Services.StartAsync(returned))
        {
            using var applicants = new Applicants(service.Address, service.Tokens!);
            Assert.Equal(view, (await applicants.GetAsync(1, $"api/applications/{id}")).Body.GetRawText());
        }
    }

    [Fact]
    public async Task Given_an_import_that_was_made_When_it_is_made_again_Then_every_case_is_there_already()
    {
        using var folder = new TemporaryFolder();
        using var target = new TemporaryFolder();
        var archive = await FillAndExportAsync(folder);
        var keys = Path.Combine(folder.Data, "keys");

        var (_, first, _) = await Hukou.RunAsync("import", archive, "--keys", keys, "--data", target.Data);
        var (code, again, _) = await Hukou.RunAsync("import", archive, "--keys", keys, "--data", target.Data);

        Assert.Contains("2 cases imported, 0 there already, 0 refused", first, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains("0 cases imported, 2 there already, 0 refused", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Line 3 of the archive is not what it should be", "cut")]
    [InlineData("cut short after line", "trailerCut")]
    [InlineData("was altered", "altered")]
    [InlineData("goes on after its end", "longer")]
    [InlineData("Line 2 of the archive is not what it should be", "garbled")]
    [InlineData("is no archive that this build can read", "empty")]
    [InlineData("is no archive that this build can read", "newer")]
    public async Task Given_an_archive_that_does_not_hold_When_it_is_imported_Then_it_says_where_and_nothing_is_taken(string said, string damage)
    {
        using var folder = new TemporaryFolder();
        using var target = new TemporaryFolder();
        var archive = await FillAndExportAsync(folder);
        var text = await File.ReadAllTextAsync(archive, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(archive, Damaged(text, damage), TestContext.Current.CancellationToken);

        var (code, _, errors) = await Hukou.RunAsync("import", archive, "--data", target.Data);

        Assert.Equal(1, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(target.CasesFile));
    }

    [Fact]
    public async Task Given_a_case_whose_journal_is_broken_When_exported_and_imported_Then_it_is_named_each_time_and_the_others_move()
    {
        using var folder = new TemporaryFolder();
        using var target = new TemporaryFolder();
        var archive = Path.Combine(folder.Root, "cases.hukou");
        var id = await FillAsync(folder);
        folder.Tamper("UPDATE journal SET at = at + 1 WHERE entry = (1 << 24) + 1");

        var exported = await Hukou.RunAsync("export", archive, "--data", folder.Data);
        var imported = await Hukou.RunAsync("import", archive, "--keys", Path.Combine(folder.Data, "keys"), "--data", target.Data);

        Assert.Equal((1, 1), (exported.Code, imported.Code));
        Assert.Contains($"case {id}  entry 1", exported.Errors, StringComparison.Ordinal);
        Assert.Contains($"case {id}  entry 1", imported.Errors, StringComparison.Ordinal);
        Assert.Contains("1 cases imported, 0 there already, 1 refused", imported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_store_that_knows_people_by_another_secret_When_keys_are_brought_Then_they_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var target = new TemporaryFolder();
        var archive = await FillAndExportAsync(folder);
        await FillAsync(target);

        var (code, _, errors) = await Hukou.RunAsync("import", archive, "--keys", Path.Combine(folder.Data, "keys"), "--data", target.Data);

        Assert.Equal(1, code);
        Assert.Contains("by another secret", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_file_that_is_there_When_exported_to_it_Then_it_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var archive = await FillAndExportAsync(folder);
        var before = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);

        var (code, _, errors) = await Hukou.RunAsync("export", archive, "--data", folder.Data);

        Assert.Equal(1, code);
        Assert.Contains("exists", errors, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Given_an_archive_When_it_is_read_Then_it_names_nobody()
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(await FillAndExportAsync(folder), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Settler", text, StringComparison.Ordinal);
        Assert.DoesNotContain(People.ResidentId(1), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status = 7, since = 0, next_wake = NULL, due = 1")]
    [InlineData("district = 500112")]
    public async Task Given_columns_that_differ_When_reindexed_Then_they_are_mended_and_verify_finds_nothing(string change)
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder, TimeProvider.System);
        var wake = folder.Number("SELECT next_wake FROM cases WHERE no = 1");
        folder.Tamper($"UPDATE cases SET {change} WHERE no = 1");
        Assert.Equal(1, (await Hukou.RunAsync("verify", "--data", folder.Data)).Code);

        var (code, output, _) = await Hukou.RunAsync("reindex", "--data", folder.Data);

        Assert.Equal(0, code);
        Assert.Contains("1 cases mended, 1 in order, 0 broken", output, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), await RunAsync("verify", "--data", folder.Data));
        Assert.Equal(wake, folder.Number("SELECT next_wake FROM cases WHERE no = 1"));
    }

    // What a case owes is reckoned by real time where it is mended: then the service must have run by it too.
    private static async Task<string> FillAsync(TemporaryFolder folder, TimeProvider? time = null)
    {
        await using var service = await Services.StartAsync(folder, time);
        using var applicants = new Applicants(service.Address, service.Tokens!);
        var today = time is null ? Services.Today : NodaTime.LocalDate.FromDateTime(time.GetUtcNow().UtcDateTime);
        var id = await applicants.ApplyAsync(1, People.Application(1, today.PlusDays(-400)));
        await applicants.ApplyAsync(2, People.Application(2, today.PlusDays(-10)));
        return id;
    }

    private static async Task<string> FillAndExportAsync(TemporaryFolder folder)
    {
        await FillAsync(folder);
        var archive = Path.Combine(folder.Root, "cases.hukou");
        Assert.Equal((0, string.Empty), await RunAsync("export", archive, "--data", folder.Data));
        return archive;
    }

    // Commands know no table prefix: a storage account holds one store. Tests share one account, so they move as the commands do.
    private static async Task MoveAsync(string archive, string keys, StorePlace place)
    {
        var ct = TestContext.Current.CancellationToken;
        await (await place.OpenKeysAsync(ct)).TakeAsync(Local.Keys.DataKeys.In(keys), ct);
        await using var target = await place.OpenToWriteAsync(ct);
        var mover = new Local.Moving.CaseMover(target.Archive, Http.Hosting.PolicyFolders.Load(Http.Hosting.PolicyFolders.Default), TimeProvider.System);
        await using var stream = File.OpenRead(archive);
        var totals = await mover.ImportAsync(Local.Moving.ArchiveReader.Read(stream), (id, why) => Assert.Fail($"{id}: {why}"), ct);
        Assert.Equal((2, 0), (totals.Changed, totals.Refused));
    }

    private static async Task ExportAsync(StorePlace place, string file)
    {
        await using var source = await place.OpenToReadAsync(TestContext.Current.CancellationToken);
        await using var stream = File.Create(file);
        using var writer = new Local.Moving.ArchiveWriter(stream);
        await foreach (var stored in source.Archive.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            writer.Add(stored);
        }

        writer.End();
    }

    private static ServeSettings Settings(TemporaryFolder folder, string storage, string prefix) => new()
    {
        Urls = "http://127.0.0.1:0",
        DataFolder = Path.Combine(folder.Root, "unused"),
        Storage = storage,
        TablePrefix = prefix,
        Agencies = new Agencies.AgencyOptions { BaseAddress = new Uri("http://127.0.0.1:9"), RetryDelay = TimeSpan.Zero },
        Time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Services.Noon),
        Logs = false,
    };

    private static async Task<string[]> CasesAsync(string archive) =>
        [.. (await File.ReadAllLinesAsync(archive, TestContext.Current.CancellationToken)).Skip(1).SkipLast(1)];

    private static async Task<(int Code, string Errors)> RunAsync(params string[] arguments)
    {
        var (code, _, errors) = await Hukou.RunAsync(arguments);
        return (code, errors);
    }

    private static string Damaged(string text, string damage)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return damage switch
        {
            "cut" => text[..(text.Length / 2)],
            "trailerCut" => string.Join('\n', lines[..^1]) + "\n",
            "altered" => text.Replace(SealedBytes(lines[1]), SealedBytes(lines[2]), StringComparison.Ordinal),
            "longer" => text + lines[1] + "\n",
            "garbled" => string.Join('\n', [lines[0], lines[1][..^20], .. lines[2..]]) + "\n",
            "empty" => string.Empty,
            "newer" => text.Replace("\"version\":1}", "\"version\":2}", StringComparison.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(damage)),
        };
    }

    private static string SealedBytes(string line) => JsonDocument.Parse(line).RootElement.GetProperty("personal")[0].GetProperty("bytes").GetRawText();
}
