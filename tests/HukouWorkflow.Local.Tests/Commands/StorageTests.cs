using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Local.Tests.Commands;

public sealed class StorageTests(AzuriteFixture azurite)
{
    private const string Key = "c2VjcmV0LWtleS10aGF0LW11c3Qtbm90LWJlLXByaW50ZWQ=";

    [Fact]
    public async Task Given_an_emulator_When_the_demonstration_stores_there_Then_every_case_ends_as_its_story_says()
    {
        var storage = (await azurite.GetAsync()).ConnectionString;

        var (code, output, errors) = await Hukou.RunAsync("demo", "--storage", storage);

        Assert.True(code == 0, output + errors);
        Assert.DoesNotContain(Azurite.AccountKey, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=nobody;AccountKey={Key}#;EndpointSuffix=core.windows.net")]
    [InlineData($"AccountKey={Key}")]
    [InlineData($"DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey={Key};TableEndpoint=http://127.0.0.1:9/nobody;")]
    public async Task Given_storage_that_cannot_be_used_When_served_Then_it_refuses_to_start_and_says_why_without_the_key(string storage)
    {
        var (code, output, errors) = await Hukou.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--storage", storage);

        Assert.Equal(1, code);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain(Key, output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_key_the_account_does_not_know_When_served_Then_it_says_so_without_the_key()
    {
        var storage = (await azurite.GetAsync()).ConnectionString.Replace(Azurite.AccountKey, Key, StringComparison.Ordinal);

        var (code, output, errors) = await Hukou.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--storage", storage);

        Assert.Equal(1, code);
        Assert.Contains("key", errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_store_in_tables_When_verified_reindexed_and_asked_for_a_token_Then_each_command_works_on_it()
    {
        await using var own = await Azurite.StartAsync();
        await using (var served = await Hukou.ServeAsync("serve", "--urls", "http://127.0.0.1:0", "--storage", own.ConnectionString))
        {
            var (code, output, _) = await Hukou.RunAsync("token", "--role", "applicant", "--sub", "account-1", "--storage", own.ConnectionString);
            Assert.Equal(0, code);
            using var http = new HttpClient { BaseAddress = served.Address };
            http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", output.Trim().Split('\n')[^1]);
            using var content = System.Net.Http.Json.JsonContent.Create(People.Application(1, NodaTime.LocalDate.FromDateTime(DateTime.UtcNow).PlusDays(-30)));
            using var response = await http.PostAsync("api/applications", content, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        }

        var verified = await Hukou.RunAsync("verify", "--storage", own.ConnectionString);
        var reindexed = await Hukou.RunAsync("reindex", "--storage", own.ConnectionString);

        Assert.Equal((0, 0), (verified.Code, reindexed.Code));
        Assert.Contains("1 cases, 2 entries, 0 broken", verified.Output, StringComparison.Ordinal);
        Assert.Contains("0 cases mended, 1 in order, 0 broken, 0 strays removed", reindexed.Output, StringComparison.Ordinal);
    }
}
