using System.Net;
using System.Net.Http.Headers;
using HukouWorkflow.Agencies;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HukouWorkflow.Local.Tests;

/// <summary>The service in the test's own process.</summary>
internal static class Services
{
    /// <summary>The day it is, where nothing else is said.</summary>
    public static LocalDate Today { get; } = new(2021, 10, 8);

    /// <summary>Noon of that day in China.</summary>
    public static DateTimeOffset Noon { get; } = (ChinaTime.StartOf(Today) + Duration.FromHours(12)).ToDateTimeOffset();

    public static Task<LocalService> StartAsync(
        TemporaryFolder folder,
        TimeProvider? time = null,
        AgencySimulator? agencies = null,
        string? policies = null,
        Action<IServiceCollection>? exchange = null) => LocalService.StartAsync(
        new ServeSettings
        {
            Urls = "http://127.0.0.1:0",
            DataFolder = folder.Data,
            PolicyFolder = policies ?? PolicyFolders.Default,
            Agencies = new AgencyOptions { BaseAddress = agencies?.BaseAddress ?? new Uri("http://127.0.0.1:9"), RetryDelay = TimeSpan.Zero },
            Time = time ?? new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon),
            Logs = false,
        },
        exchange ?? (_ => { }),
        TestContext.Current.CancellationToken);

    /// <summary>What the service answers to somebody who lists cases.</summary>
    public static async Task<HttpStatusCode> StatusOfCasesAsync(LocalService service, string token)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.GetAsync("api/cases", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Waits until something holds that must come by itself, in real time; then asserts it.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds, string what, int seconds = 20)
    {
        var ends = DateTime.UtcNow.AddSeconds(seconds);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < ends, what);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
