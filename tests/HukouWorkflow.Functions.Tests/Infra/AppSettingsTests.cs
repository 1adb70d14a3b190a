using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using HukouWorkflow.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace HukouWorkflow.Functions.Tests.Infra;

/// <summary>The settings that the app reads are the settings that <c>infra</c> gives it.</summary>
public sealed partial class AppSettingsTests
{
    private static readonly IReadOnlyList<string> Given = [.. Names().Matches(Bicep.Read("app")).Select(name => name.Value).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Given_all_settings_of_infra_When_the_app_reads_them_Then_nothing_is_missing_or_left_unread()
    {
        var read = FunctionsSettings.Read(Configure(Given));

        Assert.Equal("https://cases.table.example.org/", read.Storage.ServiceUri?.ToString());
        Assert.NotNull(read.Authority);
        Assert.Single(read.Certificates!.Former);
    }

    [Fact]
    public void Given_no_settings_When_the_app_complains_Then_infra_has_each_that_it_names()
    {
        var complaint = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Configure([]))).Message;

        var named = Names().Matches(complaint).Select(name => name.Value).Except(["HUKOU_STORAGE"], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(named);
        Assert.Subset(Given.ToHashSet(StringComparer.Ordinal), named);
    }

    [Fact]
    public void Given_one_setting_less_than_infra_gives_When_the_app_reads_them_Then_it_names_that_one()
    {
        foreach (var missing in Given.Where(name => !name.StartsWith("HUKOU_KEYS_FORMER", StringComparison.Ordinal)))
        {
            var complaint = Assert.Throws<SettingsException>(() => FunctionsSettings.Read(Configure([.. Given.Except([missing], StringComparer.Ordinal)]))).Message;
            Assert.Contains(missing, complaint, StringComparison.Ordinal);
        }
    }

    private static IConfiguration Configure(IReadOnlyList<string> names)
    {
        var certificate = Certificate();
        return new ConfigurationBuilder().AddInMemoryCollection(names.Select(name => name switch
        {
            "HUKOU_STORAGE__tableServiceUri" => new KeyValuePair<string, string?>("HUKOU_STORAGE:tableServiceUri", "https://cases.table.example.org/"),
            "HUKOU_KEYS_FORMER_CERTIFICATES__" => new("HUKOU_KEYS_FORMER_CERTIFICATES:0", certificate),
            "HUKOU_KEYS_CERTIFICATE" => new(name, certificate),
            "HUKOU_AUDIENCE" => new(name, "hukou"),
            _ => new(name, "https://example.org/"),
        })).Build();
    }

    private static string Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }

    [GeneratedRegex(@"HUKOU_\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();
}
