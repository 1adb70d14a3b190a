using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HukouWorkflow.Http.Hosting;

namespace HukouWorkflow.Local.Tests.Hosting;

/// <summary>What stands in the way of a start is named, on the error stream alone, and the exit code says so.</summary>
public sealed class StartupTests
{
    [Fact]
    public async Task Given_a_process_that_serves_When_another_takes_its_folder_Then_it_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        await using var first = await Hukou.ServeAsync("serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0");

        await AssertRefusedAsync(folder, "Another process holds the data folder", folder.Data);
    }

    [Fact]
    public async Task Given_a_folder_that_has_seen_later_days_When_served_in_real_time_Then_it_says_that_time_stands_still()
    {
        using var folder = new TemporaryFolder();
        var later = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using (var service = await Services.StartAsync(folder, later))
        {
            using var applicants = new Applicants(service.Address, service.Tokens!);
            await applicants.ApplyAsync(1, People.Application(1, new(2089, 12, 1)));
        }

        await using var served = await Hukou.ServeAsync("serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0");

        await Services.EventuallyAsync(() => Task.FromResult(served.Errors.Contains("days behind what the store has seen (2090-01-01)", StringComparison.Ordinal)), "The warning must come.");
    }

    [Fact]
    public async Task Given_a_file_in_the_folders_place_When_served_Then_it_is_named()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Data, "mine", TestContext.Current.CancellationToken);

        await AssertRefusedAsync(folder, folder.Data, "--data");
    }

    [Fact]
    public async Task Given_a_data_file_of_a_newer_build_When_served_Then_its_format_is_named()
    {
        using var folder = new TemporaryFolder();
        await using (await Hukou.ServeAsync("serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0"))
        {
            // Started once, so that the file is there.
        }

        folder.Tamper("PRAGMA user_version = 7");

        await AssertRefusedAsync(folder, "cases.db has format 7", "newer build");
    }

    [Fact]
    public async Task Given_a_data_file_cut_short_When_served_Then_it_is_called_damaged()
    {
        using var folder = new TemporaryFolder();
        await using (var served = await Hukou.ServeAsync("serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0"))
        {
            Assert.Equal(0, await served.StopAsync());
        }

        await using (var file = File.OpenWrite(folder.CasesFile))
        {
            file.SetLength(8192);
        }

        await AssertRefusedAsync(folder, "cases.db is damaged", "backup");
    }

    [Fact]
    public async Task Given_a_database_of_something_else_When_served_Then_it_is_refused_and_the_folder_left_as_it_was()
    {
        using var folder = new TemporaryFolder();
        folder.Tamper("CREATE TABLE theirs (a)");

        await AssertRefusedAsync(folder, "cases.db is not a data file of HukouWorkflow");
        Assert.False(Directory.Exists(Path.Combine(folder.Data, "keys")));
    }

    [Fact]
    public async Task Given_a_pack_that_does_not_load_When_served_Then_file_and_line_are_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in PolicyFolders.FilesOf(PolicyFolders.Default))
        {
            var copy = new FileInfo(Path.Combine(folder.Root, file.Path));
            copy.Directory!.Create();
            var text = file.Path.EndsWith("routes.yaml", StringComparison.Ordinal) ? "mayor: somebody\n" + file.Text : file.Text;
            await File.WriteAllTextAsync(copy.FullName, text, TestContext.Current.CancellationToken);
        }

        await AssertRefusedAsync(
            folder,
            ["--policies", Path.Combine(folder.Root, "policies")],
            "The policy packs do not load", "policies/chongqing/routes.yaml:1:", "mayor");
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public async Task Given_a_port_that_is_taken_When_served_Then_the_address_is_named()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        await AssertRefusedAsync(folder, ["--urls", address], address, "in use");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://localhost:0")]
    [InlineData("https://127.0.0.1:0")]
    public async Task Given_an_address_nobody_can_listen_at_When_served_Then_it_is_named(string address)
    {
        using var folder = new TemporaryFolder();

        await AssertRefusedAsync(folder, ["--urls", address], $"cannot listen at {address}", "--urls");
    }

    private static Task AssertRefusedAsync(TemporaryFolder folder, params string[] named) =>
        AssertRefusedAsync(folder, ["--urls", "http://127.0.0.1:0"], named);

    private static async Task AssertRefusedAsync(TemporaryFolder folder, string[] options, params string[] named)
    {
        var (code, output, errors) = await Hukou.RunAsync(["serve", "--data", folder.Data, .. options]);

        Assert.Equal(1, code);
        Assert.All(named, name => Assert.Contains(name, errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }
}
