using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using HukouWorkflow.Agencies;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Tables.Keys;
using HukouWorkflow.Testing.Emulator;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>What the program composes runs every function, and keeps its keys.</summary>
public sealed class FunctionsServicesTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_the_emulator_When_composed_Then_every_class_with_functions_can_be_made_and_the_store_is_ready()
    {
        await using var app = await ComposedApp.StartAsync(await ComposedApp.SettingsAsync(azurite));

        var classes = typeof(FunctionsServices).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null))
            .ToList();
        Assert.True(classes.Count >= 7);
        Assert.All(classes, type => Assert.NotNull(ActivatorUtilities.CreateInstance(app.Services, type)));
        Assert.NotNull(app.Tokens);
        Assert.Equal(HealthStatus.Healthy, (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct)).Status);
    }

    [Fact]
    public async Task Given_an_authority_When_composed_Then_no_local_token_is_taken()
    {
        var settings = await ComposedApp.SettingsAsync(azurite) with { Authority = new Authority(new Uri("https://login.example"), "hukou") };

        await using var app = await ComposedApp.StartAsync(settings);

        Assert.Null(app.Tokens);
    }

    [Fact]
    public async Task Given_two_instances_of_one_storage_When_one_seals_Then_the_other_unseals()
    {
        var settings = await ComposedApp.SettingsAsync(azurite) with { Certificates = new KeyCertificates(Open(Certificates.Rsa()), []) };
        await using var one = await ComposedApp.StartAsync(settings);
        await using var other = await ComposedApp.StartAsync(settings);

        Assert.Equal("text", ProtectorOf(other).Unprotect(ProtectorOf(one).Protect("text")));
    }

    [Fact]
    public async Task Given_a_certificate_changed_When_started_again_Then_what_was_sealed_under_the_former_opens_and_without_it_nothing_starts()
    {
        var first = Open(Certificates.Rsa());
        var second = Open(Certificates.Rsa());
        var settings = await ComposedApp.SettingsAsync(azurite);
        string sealedText;
        await using (var before = await ComposedApp.StartAsync(settings with { Certificates = new KeyCertificates(first, []) }))
        {
            sealedText = ProtectorOf(before).Protect("text");
        }

        await using var after = await ComposedApp.StartAsync(settings with { Certificates = new KeyCertificates(second, [first]) });

        Assert.Equal("text", ProtectorOf(after).Unprotect(sealedText));
        await Assert.ThrowsAnyAsync<Exception>(() => ComposedApp.StartAsync(settings with { Certificates = new KeyCertificates(second, []) }));
    }

    [Fact]
    public async Task Given_both_hosts_When_asked_for_the_contract_Then_they_answer_the_same_document()
    {
        var folder = Directory.CreateTempSubdirectory("hukou-");
        try
        {
            await using var app = await ComposedApp.StartAsync(await ComposedApp.SettingsAsync(azurite));
            await using var local = await LocalService.StartAsync(
                new ServeSettings { Urls = "http://127.0.0.1:0", DataFolder = folder.FullName, Agencies = new AgencyOptions { BaseAddress = new Uri("http://localhost:9") }, Logs = false },
                Ct);
            using var client = new HttpClient { BaseAddress = local.Address };

            Assert.Equal(
                await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct),
                await app.Services.GetRequiredService<ContractDocument>().ReadAsync(Ct));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IDataProtector ProtectorOf(ComposedApp app) => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static X509Certificate2 Open(string base64) => X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(base64), null);
}
