using System.Net.Sockets;
using HukouWorkflow.Agencies;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Quotas;
using HukouWorkflow.Http;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Http.Problems;
using HukouWorkflow.Local.Quotas;
using HukouWorkflow.Local.Reloading;
using HukouWorkflow.Local.Scheduling;
using HukouWorkflow.Local.Storage;
using HukouWorkflow.Local.Time;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace HukouWorkflow.Local.Hosting;

/// <summary>The service in one process: Kestrel, a store, and the scheduler.</summary>
public sealed class LocalService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServedStore _store;

    private LocalService(WebApplication app, ServedStore store)
    {
        _app = app;
        _store = store;
    }

    /// <summary>Where it listens, with the port it was given.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Issues the tokens it takes, or null where an authority does.</summary>
    public LocalTokens? Tokens => _store.Tokens;

    /// <summary>The service's own services, for those who run it.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the service.</summary>
    /// <exception cref="InvalidDataException">A policy pack does not load.</exception>
    /// <exception cref="StartupException">The address cannot be listened at, or the packs are stricter than those served before.</exception>
    /// <exception cref="HukouWorkflow.Tables.StorageRefusedException">The storage account cannot be used.</exception>
    /// <exception cref="HukouWorkflow.Sqlite.DataFolderException">The data folder cannot be used.</exception>
    /// <exception cref="IOException">The address is taken.</exception>
    public static Task<LocalService> StartAsync(ServeSettings settings, CancellationToken cancellationToken) =>
        StartAsync(settings, _ => { }, cancellationToken);

    /// <summary>Starts the service with some of its services exchanged, to measure what they cost.</summary>
    internal static async Task<LocalService> StartAsync(ServeSettings settings, Action<IServiceCollection> exchange, CancellationToken cancellationToken)
    {
        var policies = PolicyFolders.Take(settings.PolicyFolder);
        var book = policies.Load();
        var builder = CreateBuilder(settings);
        var place = new StorePlace(settings.DataFolder, settings.Storage, settings.TablePrefix);
        var store = await place.OpenAsync(settings.Authority is null, LoggersOf(settings), cancellationToken);
        WebApplication? app = null;
        try
        {
            AddServices(builder.Services, settings, policies, book, store);
            exchange(builder.Services);
            app = builder.Build();
            Map(app);
            await ListenAsync(app, settings.Urls, cancellationToken);
            return new LocalService(app, store);
        }
        catch
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the process is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Finishes the requests under way, stops stepping, and lets go of the data folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static async Task ListenAsync(WebApplication app, string urls, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception refused) when (refused is FormatException or InvalidOperationException or SocketException)
        {
            throw new StartupException($"The service cannot listen at {urls}: {refused.Message} Name another address with --urls.");
        }
    }

    private static TimeProvider TimeOf(ServeSettings settings, Instant? latest)
    {
        if (settings.TimeLapse is not { } perSecond)
        {
            return settings.Time ?? TimeProvider.System;
        }

        var start = settings.Start ?? Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        return new TimeLapse(Instant.Max(start, latest ?? start).ToDateTimeOffset(), perSecond).Go();
    }

    private static ILoggerFactory LoggersOf(ServeSettings settings) =>
        settings.Logs ? LoggerFactory.Create(logging => logging.AddJsonConsole()) : NullLoggerFactory.Instance;

    private static WebApplicationBuilder CreateBuilder(ServeSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Handlers refuse a body that is too large with the limit's name; this one only bounds what is read to say so.
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Logging.ClearProviders();
        if (settings.Logs)
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
            builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
            builder.Logging.AddFilter("Polly", LogLevel.Error);
            // What stops the start is told by whoever asked for it.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        }

        return builder;
    }

    private static void AddServices(
        IServiceCollection services,
        ServeSettings settings,
        PolicyFiles policies,
        PolicyBook book,
        ServedStore store)
    {
        var clock = new ServiceClock(TimeOf(settings, store.Latest), store.Latest);
        services.AddSingleton(store.Store).AddSingleton(clock);
        services.AddSingleton(store.Protection).AddSingleton(store.PersonKeys);
        services.AddHukou(book).AddHukouOpenApi();
        // Circuits open in real time: where the service runs by another, one that opens over some faults would keep an agency silent for years.
        services.AddAgencyClients(clock.Time == TimeProvider.System ? settings.Agencies : settings.Agencies with { BreakRatio = 1 });
        // Before the scheduler: no case is stepped by packs that may be refused.
        services.AddReloading(settings, policies, store.Store);
        services.AddSingleton<SchedulerMeter>().AddSingleton<CaseScheduler>();
        services.AddSingleton<ICaseRuntime>(provider => provider.GetRequiredService<CaseScheduler>());
        services.AddHostedService(provider => provider.GetRequiredService<CaseScheduler>());
        services.AddSingleton<QuotaRanking>().AddHostedService<QuotaRounds>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<PolicyHealth>("policies");
        services.AddTelemetry();
        if (store.Tokens is { } tokens)
        {
            services.AddLocalBearer(tokens);
        }
        else
        {
            services.AddAuthorityBearer(settings.Authority!);
        }
    }

    private static void Map(WebApplication app)
    {
        app.UseStatusCodePages(ProblemPages.WriteAsync);
        app.MapHukou();
        app.MapOpenApi();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapPrometheusScrapingEndpoint("/metrics");
    }
}
