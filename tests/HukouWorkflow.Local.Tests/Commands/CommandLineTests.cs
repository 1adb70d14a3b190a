using HukouWorkflow.Http.Hosting;

namespace HukouWorkflow.Local.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("agencies")]
    [InlineData("verify")]
    [InlineData("reindex")]
    [InlineData("export")]
    [InlineData("import")]
    [InlineData("simulate")]
    [InlineData("token")]
    [InlineData("policy")]
    [InlineData("policy check")]
    [InlineData("policy show")]
    public async Task Given_a_command_When_asked_for_help_Then_it_ends_with_an_example_of_itself(string command)
    {
        var (code, output, errors) = await Hukou.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, string.Empty), (code, errors));
        Assert.Contains($"hukou {command}".TrimEnd(), output[output.IndexOf("Example:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'mayor'", "token", "--sub", "a", "--role", "mayor")]
    [InlineData("'5001'", "token", "--sub", "a", "--role", "caseworker", "--district", "5001")]
    [InlineData("--role", "token", "--sub", "a")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("--time-lapse takes a span such as 30d", "serve", "--time-lapse", "fast")]
    [InlineData("--time-lapse takes a span such as 30d", "serve", "--time-lapse", "-1d")]
    [InlineData("--time-lapse takes a span such as 30d", "serve", "--time-lapse", "0d")]
    [InlineData("--start takes a date", "serve", "--time-lapse", "30d", "--start", "2021-13-01")]
    [InlineData("--start goes with --time-lapse", "serve", "--start", "2021-10-08")]
    [InlineData("--applicants takes a whole number, 1 to", "simulate", "--applicants", "0")]
    [InlineData("--years takes a whole number, 1 to", "simulate", "--years", "ten")]
    [InlineData("--arrivals takes people a year", "simulate", "--arrivals", "many")]
    [InlineData("--arrivals names 2 years, and there are 10", "simulate", "--arrivals", "1,2")]
    [InlineData("Nobody arrives", "simulate", "--arrivals", "0")]
    [InlineData("There is no pack 'nowhere'", "simulate", "--pack", "nowhere")]
    [InlineData("--pack takes a pack, and after @ a year, a month or a day", "simulate", "--pack", "chongqing@soon")]
    [InlineData("--versus takes a pack, and after @ a year, a month or a day", "simulate", "--versus", "chongqing@2010-02-30")]
    [InlineData("has no rules on 2009-12-31", "simulate", "--pack", "chongqing@2009")]
    [InlineData("--versus chongqing is the same as --pack chongqing", "simulate", "--versus", "chongqing")]
    [InlineData("There is no pack 'nowhere'", "simulate", "--versus", "nowhere@2016")]
    [InlineData("--agencies takes an absolute http", "serve", "--agencies", "nowhere")]
    public async Task Given_arguments_that_make_no_sense_When_run_Then_they_are_named_and_nothing_is_done(string named, params string[] arguments)
    {
        var (code, _, errors) = await Hukou.RunAsync(arguments);

        Assert.NotEqual(0, code);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_broken_pack_When_checked_Then_file_line_and_rule_are_named()
    {
        using var folder = new TemporaryFolder();
        var pack = Directory.CreateDirectory(Path.Combine(folder.Root, "nowhere")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pack, "pack.yaml"), "id: nowhere\nmayor: somebody\n", TestContext.Current.CancellationToken);

        var (code, _, errors) = await Hukou.RunAsync("policy", "check", folder.Root);

        Assert.Equal(1, code);
        Assert.Matches(@"(?m)^policies/nowhere/pack\.yaml:2: \[[a-zA-Z-]+\] .*mayor", errors);
    }

    [Theory]
    [InlineData("en", "Which ways there are", "What is not known")]
    [InlineData("zh-CN", "有哪些途径", "尚不清楚之处")]
    public async Task Given_a_pack_as_shipped_When_shown_Then_its_ways_values_and_unknowns_are_told_in_the_language_asked_for(string language, string ways, string unknown)
    {
        var pack = PolicyFolders.Read(PolicyFolders.Default).Book!.Find("chongqing")!;

        var (code, output, errors) = await Hukou.RunAsync("policy", "show", "chongqing", "--language", language, "--on", "2026-11-23");

        Assert.Equal((0, string.Empty), (code, errors));
        var told = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', told);
        Assert.All([ways, unknown, "[1"], each => Assert.Contains(each, text, StringComparison.Ordinal));
        Assert.All(pack.Routes, route => Assert.Contains(language is "en" ? route.Title.En : route.Title.ZhCn, text, StringComparison.Ordinal));
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 160));
    }

    [Fact]
    public async Task Given_a_day_before_the_first_rules_When_a_pack_is_shown_Then_it_says_when_they_began()
    {
        var (code, _, errors) = await Hukou.RunAsync("policy", "show", "chongqing", "--on", "2010-07-31");

        Assert.Equal((1, "No rules of 'chongqing' were in force on 2010-07-31. The first are of 2010-08-01."), (code, errors.Trim()));
    }

    [Fact]
    public async Task Given_a_journal_tampered_with_When_verified_Then_case_and_entry_are_named()
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (var service = await Services.StartAsync(folder))
        {
            using var applicants = new Applicants(service.Address, service.Tokens!);
            await applicants.ApplyAsync(1, People.Application(1, Services.Today.PlusDays(-10)));
            id = await applicants.ApplyAsync(2, People.Application(2, Services.Today.PlusDays(-10)));
        }

        Assert.Equal(1, folder.Tamper("UPDATE journal SET at = at + 1 WHERE entry = (2 << 24) + 1"));

        var (code, output, _) = await Hukou.RunAsync("verify", "--data", folder.Data);

        Assert.Equal(1, code);
        Assert.Matches($"broken +case {id} +entry 1", output);
        Assert.Contains("1 broken", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_folder_without_cases_When_verified_Then_it_says_so()
    {
        using var folder = new TemporaryFolder();

        var (code, output, errors) = await Hukou.RunAsync("verify", "--data", folder.Data);

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Contains("There is no cases.db", errors, StringComparison.Ordinal);
    }
}
