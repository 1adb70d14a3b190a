using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HukouWorkflow.Agencies.Tests;

public sealed class AgencyOptionsTests
{
    [Fact]
    public void Given_options_out_of_range_When_the_clients_are_added_Then_all_are_refused_at_once()
    {
        var options = new AgencyOptions
        {
            BaseAddress = new Uri("ftp://agencies.example"),
            Addresses = new Dictionary<string, Uri>(StringComparer.Ordinal) { ["Housing"] = new("http://user:secret@agencies.example") },
            AttemptTimeout = TimeSpan.FromMinutes(10),
            TotalTimeout = TimeSpan.FromMinutes(1),
            Attempts = 0,
            RetryDelay = TimeSpan.FromSeconds(-1),
            BreakRatio = double.NaN,
            BreakAfter = 1,
            BreakWindow = TimeSpan.Zero,
            BreakPause = TimeSpan.FromDays(1),
        };

        var refused = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddAgencyClients(options));

        string[] named = ["BaseAddress", "Addresses names", "Addresses['Housing']", "AttemptTimeout", "TotalTimeout", "Attempts", "RetryDelay", "BreakRatio", "BreakAfter", "BreakWindow", "BreakPause"];
        Assert.Equal(named.Length, refused.Failures.Count());
        Assert.All(named.Zip(refused.Failures), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_defaults_When_the_clients_are_added_Then_they_are_in_range() =>
        Assert.NotEmpty(new ServiceCollection().AddAgencyClients(new AgencyOptions { BaseAddress = new Uri("https://agencies.example/api") }));
}
