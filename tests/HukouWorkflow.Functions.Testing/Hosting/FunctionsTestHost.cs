using System.Reflection;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Http.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Testing.Hosting;

/// <summary>
/// The Functions app without Functions: its own composition, its triggers on Kestrel, and a task hub for its orchestrators
/// and activities. It stands for the host; it knows nothing of the app but the attributes on its functions.
/// </summary>
public sealed class FunctionsTestHost : IAsyncDisposable
{
    // A pass longer than this is an outage to the timer triggers: what they missed is made up for by one run.
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(30);

    private static readonly Assembly App = typeof(FunctionsServices).Assembly;
    private readonly FunctionsSettings _settings;
    private readonly ILoggerProvider? _log;
    private readonly ITaskHub _hub;
    private WebApplication? _app;
    private Exception? _fault;

    private FunctionsTestHost(FunctionsSettings settings, Func<Func<IServiceProvider>, ITaskHub> hub, ILoggerProvider? log)
    {
        _settings = settings;
        _log = log;
        _hub = hub(() => Services);
    }

    /// <summary>The service's time.</summary>
    public DateTimeOffset Now => _hub.Time.GetUtcNow();

    public Uri Address => new(_app!.Urls.First());

    /// <summary>Issues the tokens the app takes, or null where an authority does.</summary>
    public LocalTokens? Tokens { get; private set; }

    public IServiceProvider Services => _app!.Services;

    /// <summary>Starts the app on a free loopback port.</summary>
    /// <param name="settings">The app's settings.</param>
    /// <param name="hub">Makes the task hub, given the services of the worker that runs at the time. The host disposes of it.</param>
    /// <param name="log">Where the app logs to, or null for nowhere.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<FunctionsTestHost> StartAsync(
        FunctionsSettings settings,
        Func<Func<IServiceProvider>, ITaskHub> hub,
        ILoggerProvider? log,
        CancellationToken cancellationToken)
    {
        var host = new FunctionsTestHost(settings, hub, log);
        await host.StartWorkerAsync(cancellationToken);
        return host;
    }

    /// <summary>Ends the worker and starts another: all that the app held in memory is gone, and the task hub is as it was.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopWorkerAsync();
        await StartWorkerAsync(cancellationToken);
    }

    /// <summary>Lets time pass, with everything that happens until then: orchestrations, activities, timer triggers.</summary>
    /// <remarks>It throws what an earlier call's wake came to, where that went wrong.</remarks>
    public async Task PassToAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        ThrowIfFaulty();
        var from = Now;
        var watched = time - from <= LongestWatch;
        if (!watched)
        {
            await _hub.RunAsync(time - LongestWatch, cancellationToken);
            from = Now;
        }

        for (var minute = NextMinute(from); minute <= time; minute = NextMinute(minute))
        {
            foreach (var (method, trigger) in Triggers.Of<TimerTriggerAttribute>(App))
            {
                if (new TimerSchedule(trigger.Schedule).IsAt(minute))
                {
                    await _hub.RunAsync(minute, cancellationToken);
                    await Triggers.RunAsync(method, Services, _hub.Client, cancellationToken);
                }
            }
        }

        await _hub.RunAsync(time, cancellationToken);
        ThrowIfFaulty();
    }

    public async ValueTask DisposeAsync()
    {
        await StopWorkerAsync();
        await _hub.DisposeAsync();
    }

    private static DateTimeOffset NextMinute(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private async Task StartWorkerAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (_log is not null)
        {
            builder.Logging.AddProvider(_log);
        }

        Tokens = await builder.Services.AddHukouFunctionsAsync(_settings, _hub.Time, cancellationToken);
        _app = builder.Build();
        foreach (var (method, trigger) in Triggers.Of<HttpTriggerAttribute>(App))
        {
            _app.MapMethods("/" + trigger.Route, trigger.Methods!, context =>
            {
                // What a call has woken runs once the caller has their answer, as it does beside a real host.
                context.Response.OnCompleted(CatchUpAsync);
                return Triggers.AnswerAsync(method, context, _hub.Client);
            });
        }

        await _app.StartAsync(cancellationToken);
    }

    private async Task StopWorkerAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task CatchUpAsync()
    {
        try
        {
            await _hub.RunAsync(Now, CancellationToken.None);
        }
        catch (Exception fault)
        {
            // Kestrel would only log it; whoever lets time pass is told.
            Interlocked.CompareExchange(ref _fault, fault, null);
        }
    }

    private void ThrowIfFaulty()
    {
        if (Volatile.Read(ref _fault) is { } fault)
        {
            throw fault;
        }
    }
}
