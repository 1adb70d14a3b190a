using HukouWorkflow.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>Settings are read whole: all that is wrong is said at once, and no value is repeated.</summary>
public sealed class FunctionsSettingsTests
{
    private const string Address = "https://account.table.core.windows.net/";

    [Fact]
    public void Given_the_settings_of_the_example_When_read_Then_they_are_enough_to_run_on_the_emulator()
    {
        var values = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "local.settings.json.example")).Build().GetSection("Values");

        var settings = FunctionsSettings.Read(values);

        Assert.Equal("UseDevelopmentStorage=true", settings.Storage.ConnectionString);
        Assert.Equal("UseDevelopmentStorage=true", values["AzureWebJobsStorage"]);
        Assert.Equal("dotnet-isolated", values["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.Equal(new Uri("http://localhost:7081"), settings.Agencies.BaseAddress);
        Assert.Null(settings.Authority);
        Assert.Null(settings.Certificates);
    }

    [Fact]
    public void Given_the_settings_of_production_When_read_Then_identity_authority_and_certificates_are_taken()
    {
        var settings = FunctionsSettings.Read(Of(Production()));

        Assert.Equal(new Uri(Address), settings.Storage.ServiceUri);
        Assert.Null(settings.Storage.ConnectionString);
        Assert.Equal("hukou", settings.Authority!.Audience);
        Assert.True(settings.Certificates!.Current.HasPrivateKey);
        Assert.Equal(2, settings.Certificates.Former.Count);
    }

    [Fact]
    public void Given_no_settings_When_read_Then_every_one_that_is_needed_is_named()
    {
        var refused = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Of([])));

        string[] needed = ["HUKOU_STORAGE", "HUKOU_AGENCIES", "HUKOU_AUTHORITY", "HUKOU_AUDIENCE", "HUKOU_KEYS_CERTIFICATE"];
        Assert.Equal(needed.Length, refused.Problems.Count);
        Assert.All(needed, name => Assert.Contains(refused.Problems, problem => problem.Contains(name, StringComparison.Ordinal)));
        Assert.All(refused.Problems, problem => Assert.Contains(problem, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_nothing_but_wrong_settings_When_read_Then_all_are_named_at_once_and_no_value_is_repeated()
    {
        var wrong = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["HUKOU_STORAGE:tableServiceUri"] = "http://SECRET1.example",
            ["HUKOU_AGENCIES"] = "https://SECRET2:SECRET3@agencies.example",
            ["HUKOU_AUTHORITY"] = "http://SECRET4.example",
            ["HUKOU_KEYS_CERTIFICATE"] = "SECRET5",
            ["HUKOU_KEYS_FORMER_CERTIFICATES:0"] = Certificates.Rsa(),
            ["HUKOU_KEYS_FORMER_CERTIFICATES:1"] = "SECRET6",
        };

        var refused = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Of(wrong)));

        string[] named =
        [
            "HUKOU_STORAGE__tableServiceUri", "HUKOU_AGENCIES", "HUKOU_AUTHORITY", "HUKOU_AUDIENCE", "HUKOU_KEYS_CERTIFICATE",
            "HUKOU_KEYS_FORMER_CERTIFICATES__1",
        ];
        Assert.Equal(named.Length, refused.Problems.Count);
        Assert.All(named.Zip(refused.Problems), each => Assert.StartsWith(each.First, each.Second, StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", refused.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Given_two_storages_When_read_Then_one_of_them_is_asked_for()
    {
        var settings = Production();
        settings["HUKOU_STORAGE"] = "DefaultEndpointsProtocol=https;AccountName=account;AccountKey=SECRET==";

        var refused = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Of(settings)));

        Assert.Contains("one of the two", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HUKOU_AUTHORITY")]
    [InlineData("HUKOU_AUDIENCE")]
    [InlineData("HUKOU_KEYS_CERTIFICATE")]
    public void Given_a_real_storage_account_When_what_protects_it_is_left_out_Then_it_is_asked_for(string setting)
    {
        var settings = Production();
        settings.Remove("HUKOU_STORAGE:tableServiceUri");
        settings["HUKOU_STORAGE"] = "DefaultEndpointsProtocol=https;AccountName=account;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";
        settings.Remove(setting);

        var refused = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Of(settings)));

        Assert.StartsWith(setting, Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HUKOU_AUTHORITY", "https://login.example", "HUKOU_AUDIENCE")]
    [InlineData("HUKOU_AUDIENCE", "hukou", "HUKOU_AUTHORITY")]
    public void Given_the_emulator_When_half_an_authority_is_named_Then_the_other_half_is_asked_for(string given, string value, string missing)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["HUKOU_STORAGE"] = "UseDevelopmentStorage=true",
            ["HUKOU_AGENCIES"] = "http://localhost:7081",
            [given] = value,
        };

        var refused = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Of(settings)));

        Assert.StartsWith(missing, Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_certificate_whose_key_cannot_protect_When_read_Then_it_is_refused()
    {
        var settings = Production();
        settings["HUKOU_KEYS_CERTIFICATE"] = Certificates.Curve();

        var refused = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Of(settings)));

        Assert.Contains("RSA", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Production() => new(StringComparer.Ordinal)
    {
        ["HUKOU_STORAGE:tableServiceUri"] = Address,
        ["HUKOU_AGENCIES"] = "https://agencies.example",
        ["HUKOU_AUTHORITY"] = "https://login.example/tenant",
        ["HUKOU_AUDIENCE"] = "hukou",
        ["HUKOU_KEYS_CERTIFICATE"] = Certificates.Rsa(),
        ["HUKOU_KEYS_FORMER_CERTIFICATES:0"] = Certificates.Rsa(),
        ["HUKOU_KEYS_FORMER_CERTIFICATES:1"] = Certificates.Rsa(),
    };

    private static IConfiguration Of(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
