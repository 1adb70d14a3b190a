using HukouWorkflow.Local.Keys;
using HukouWorkflow.Sqlite;

namespace HukouWorkflow.Local.Tests.Keys;

public sealed class DataKeysTests
{
    [Fact]
    public async Task Given_a_folder_without_keys_When_many_ask_at_once_Then_all_get_the_same_secret()
    {
        using var folder = new TemporaryFolder();
        using var together = new Barrier(16);

        var secrets = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return Convert.ToHexString(DataKeys.Of(folder.Data).Secret("token"));
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(secrets.Distinct(StringComparer.Ordinal));
        Assert.Equal(secrets[0], Convert.ToHexString(DataKeys.Of(folder.Data).Secret("token")));
        Assert.Single(Directory.GetFiles(Path.Combine(folder.Data, "keys"), "token*"));
    }

    [Fact]
    public async Task Given_a_folder_without_keys_When_two_processes_ask_at_once_Then_the_tokens_of_both_are_taken()
    {
        using var folder = new TemporaryFolder();

        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Hukou.RunAsync("token", "--role", "auditor", "--sub", "a", "--data", folder.Data)));

        Assert.All(runs, run => Assert.Equal((0, string.Empty), (run.Code, run.Errors)));
        await using var service = await Services.StartAsync(folder);
        foreach (var (_, output, _) in runs)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, await Services.StatusOfCasesAsync(service, output.TrimEnd().Split('\n')[^1].Trim()));
        }
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Given_a_folder_without_keys_When_they_are_made_Then_only_their_owner_may_read_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var folder = new TemporaryFolder();

        DataKeys.Of(folder.Data).Secret("token");

        var keys = Path.Combine(folder.Data, "keys");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        Assert.All(Directory.GetFiles(keys), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Single(Directory.GetFiles(keys, "*.xml"));
        Assert.Single(Directory.GetFiles(keys, "*.secret"));
    }

    [Fact]
    public void Given_a_key_ring_that_is_gone_When_a_secret_is_asked_for_Then_it_says_to_restore_it()
    {
        using var folder = new TemporaryFolder();
        DataKeys.Of(folder.Data).Secret("token");
        foreach (var key in Directory.GetFiles(Path.Combine(folder.Data, "keys"), "*.xml"))
        {
            File.Delete(key);
        }

        var refused = Assert.Throws<DataFolderException>(() => DataKeys.Of(folder.Data).Secret("token"));

        Assert.Contains("token.secret cannot be unsealed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Restore the keys", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_cases_whose_keys_are_gone_When_the_service_starts_Then_it_refuses_instead_of_making_new_ones()
    {
        using var folder = new TemporaryFolder();
        await using (var service = await Services.StartAsync(folder))
        {
            using var applicants = new Applicants(service.Address, service.Tokens!);
            await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusDays(-10)));
        }

        Directory.Delete(Path.Combine(folder.Data, "keys"), recursive: true);

        var refused = await Assert.ThrowsAsync<DataFolderException>(() => Services.StartAsync(folder));
        Assert.Contains("Restore them from a backup", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_token_of_one_folder_When_the_service_of_another_gets_it_Then_it_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var token = (await Hukou.RunAsync("token", "--role", "auditor", "--sub", "a", "--data", other.Data)).Output.TrimEnd();
        await using var service = await Services.StartAsync(folder);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, await Services.StatusOfCasesAsync(service, token));
    }
}
