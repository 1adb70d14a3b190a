using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class DataFolderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_closed_store_When_it_is_opened_again_Then_everything_is_there()
    {
        using var folder = new TemporaryFolder();
        var id = Cases.NewId();
        var append = Cases.Received(id) with
        {
            NextWake = Cases.Start,
            Personal = [new byte[] { 1, 2 }],
            Person = Cases.Person(7),
            Answer = new IdempotentAnswer(Cases.Key(1), Cases.Key(2), id, 1),
        };
        await folder.FillAsync(append);

        await using var store = folder.Open();

        Assert.Equal(1, (await store.LoadAsync(id, Ct))!.Version);
        Assert.Equal(Cases.Start, await store.FindWakeAsync(id, Ct));
        Assert.Equal(Cases.Start, await store.LatestInstantAsync(Ct));
        Assert.Equal([1, 2], (await store.ReadPersonalAsync(id, Ct))[0].Bytes.ToArray());
        Assert.Equal(id, (await store.FindAnswerAsync(Cases.Key(1), Ct))!.Case);
        Assert.Equal(
            new AppendResult.PersonHasOpenCase(id),
            await store.AppendAsync(Cases.Received(Cases.NewId()) with { Person = Cases.Person(7) }, Ct));
    }

    [Fact]
    public async Task Given_an_open_store_When_another_opens_the_folder_Then_it_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var store = folder.Open();

        var refused = Assert.Throws<DataFolderException>(() => folder.Open());

        Assert.Contains("Another process holds", refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_newer_format_When_it_is_opened_Then_it_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        await folder.FillAsync();
        folder.Tamper("PRAGMA user_version = 2");

        Assert.Contains("format 2", Assert.Throws<DataFolderException>(() => folder.Open()).Message, StringComparison.Ordinal);
        Assert.Contains("format 2", Assert.Throws<DataFolderException>(() => JournalVerifier.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_database_of_something_else_When_it_is_opened_Then_it_is_refused_and_not_changed()
    {
        using var folder = new TemporaryFolder();
        folder.Tamper("CREATE TABLE theirs (a)");
        var before = File.ReadAllBytes(folder.File);

        Assert.Contains("not a data file", Assert.Throws<DataFolderException>(() => folder.Open()).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.File));
    }

    [Fact]
    public void Given_a_file_that_is_no_database_When_it_is_opened_Then_it_is_refused_and_not_changed()
    {
        using var folder = new TemporaryFolder();
        var text = string.Concat(Enumerable.Repeat("not a database\n", 500));
        File.WriteAllText(folder.File, text);

        Assert.Contains("not a data file", Assert.Throws<DataFolderException>(() => folder.Open()).Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(folder.File));
    }

    [Fact]
    public async Task Given_a_file_cut_short_When_it_is_opened_Then_it_is_refused_as_damaged()
    {
        using var folder = new TemporaryFolder();
        await folder.FillAsync(Cases.Received(Cases.NewId()));
        await using (var file = File.OpenWrite(folder.File))
        {
            file.SetLength(8192);
        }

        Assert.Contains("damaged", Assert.Throws<DataFolderException>(() => folder.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_file_a_killed_process_left_empty_When_it_is_opened_Then_the_tables_are_created()
    {
        using var folder = new TemporaryFolder();
        folder.Tamper("PRAGMA journal_mode = WAL");

        await folder.FillAsync(Cases.Received(Cases.NewId()));

        await using var store = folder.Open();
        Assert.Single(await store.CountAsync(Ct));
    }

    [Fact]
    public void Given_a_path_that_is_a_file_When_it_is_opened_Then_it_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File, "");

        var refused = Assert.Throws<DataFolderException>(() =>
            SqliteCaseStore.Open(folder.File, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteCaseStore>.Instance));

        Assert.Contains("cannot be written to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Given_a_folder_that_is_read_only_When_it_is_opened_Then_it_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This user may write everywhere.");
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Contains("cannot be written to", Assert.Throws<DataFolderException>(() => folder.Open()).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Given_no_data_file_When_it_is_verified_Then_it_says_so_and_creates_none()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("There is no cases.db", Assert.Throws<DataFolderException>(() => JournalVerifier.Open(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
