using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Local.Scheduling;

/// <summary>
/// Steps cases when their wake comes. The store's queue is the only one: an open case costs no memory here, and whatever
/// this process forgets by being killed is found again by its wake.
/// </summary>
internal sealed partial class CaseScheduler : BackgroundService, ICaseRuntime
{
    // Most of a step is waiting for agencies.
    private const int Workers = 64;
    private const int Batch = 256;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly Duration LongestTimer = Duration.FromDays(20);

    private readonly ICaseStore _store;
    private readonly CaseStepper _stepper;
    private readonly ServiceClock _clock;
    private readonly SchedulerMeter _meter;
    private readonly ILogger<CaseScheduler> _logger;
    private readonly Channel<DueCase> _due = Channel.CreateBounded<DueCase>(Batch);
    private readonly Channel<bool> _pulse = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<CaseId, DateTimeOffset?> _held = new();
    private long _sleepsUntil = long.MinValue;

    public CaseScheduler(ICaseStore store, CaseStepper stepper, ServiceClock clock, SchedulerMeter meter, ILogger<CaseScheduler> logger)
    {
        _store = store;
        _stepper = stepper;
        _clock = clock;
        _meter = meter;
        _logger = logger;
    }

    public ValueTask WakeAsync(CaseId id, Instant? nextWake, CancellationToken cancellationToken)
    {
        Pulse(nextWake);
        return ValueTask.CompletedTask;
    }

    public async Task<OrchestrationStatus?> DescribeAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await _store.LoadAsync(id, cancellationToken) is not { } state)
        {
            return null;
        }

        var wake = await _store.FindWakeAsync(id, cancellationToken);
        var runtime = state.IsClosed ? "Completed" : wake is null ? "Suspended" : _held.ContainsKey(id) ? "Running" : "Pending";
        return new OrchestrationStatus(runtime, JsonNamingPolicy.CamelCase.ConvertName(state.Status.ToString()), state.ReceivedAt, state.LastAt, wake);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var workers = Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)).ToList();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; what is owed stays owed, in the store.
        }
        finally
        {
            _due.Writer.Complete();
            await Task.WhenAll(workers);
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await DispatchAsync(stoppingToken))
            {
                await SleepAsync(stoppingToken);
            }
        }
        catch (StoreUnavailableException unavailable)
        {
            LogUnavailable(unavailable);
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
        }
    }

    private async Task<bool> DispatchAsync(CancellationToken stoppingToken)
    {
        ReleaseHeld();
        var found = false;
        foreach (var due in await _store.ReadDueAsync(_clock.Now, _held.Count + Batch, stoppingToken))
        {
            if (_held.TryAdd(due.Id, null))
            {
                found = true;
                await _due.Writer.WriteAsync(due, stoppingToken);
            }
        }

        return found;
    }

    private async Task SleepAsync(CancellationToken stoppingToken)
    {
        var now = _clock.Now;
        // Published before the queue is read once more: a wake written in between is either seen here or pulses.
        Volatile.Write(ref _sleepsUntil, long.MaxValue);
        var upcoming = await _store.ReadDueAsync(Instant.MaxValue, _held.Count + 1, stoppingToken);
        var next = upcoming.Where(due => !_held.ContainsKey(due.Id)).Select(due => (Instant?)due.WakeAt).FirstOrDefault();
        if (next <= now)
        {
            return;
        }

        Volatile.Write(ref _sleepsUntil, (next ?? Instant.MaxValue).ToUnixTimeMilliseconds());
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        // No timer takes more than some weeks; the queue is then read once more, and the sleep goes on.
        var sleep = next is { } wake ? Duration.Min(wake - now, LongestTimer) : LongestTimer;
        var until = Task.Delay(sleep.ToTimeSpan(), _clock.Time, awake.Token);
        await Task.WhenAny(until, _pulse.Reader.ReadAsync(awake.Token).AsTask(), Task.Delay(LongestSleep, awake.Token));
        await awake.CancelAsync();
        Volatile.Write(ref _sleepsUntil, long.MinValue);
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var due in _due.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                await StepAsync(due, stoppingToken);
            }
        }
    }

    private async Task StepAsync(DueCase due, CancellationToken stoppingToken)
    {
        using var activity = SchedulerMeter.Activities.StartActivity("step case");
        activity?.SetTag("case.id", due.Id.ToString());
        var began = Stopwatch.GetTimestamp();
        try
        {
            _meter.Late((_clock.Now - due.WakeAt).TotalSeconds);
            var next = await _stepper.StepAsync(due.Id, stoppingToken);
            _held.TryRemove(due.Id, out _);
            Pulse(next);
            _meter.Stepped(Stopwatch.GetElapsedTime(began));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _held.TryRemove(due.Id, out _);
        }
        catch (Exception fault)
        {
            // One case that cannot be stepped must neither stop the others nor spin: it is set aside, and tried again.
            _held[due.Id] = DateTimeOffset.UtcNow + SetAsideFor(fault);
            _meter.SetAside();
            LogFault(fault, due.Id);
            activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static TimeSpan SetAsideFor(Exception fault) => fault switch
    {
        StoreUnavailableException => TimeSpan.FromSeconds(1),
        CorruptJournalException => TimeSpan.FromHours(1),
        _ => TimeSpan.FromMinutes(1),
    };

    private void ReleaseHeld()
    {
        foreach (var (id, until) in _held)
        {
            if (until <= DateTimeOffset.UtcNow)
            {
                _held.TryRemove(new KeyValuePair<CaseId, DateTimeOffset?>(id, until));
            }
        }
    }

    private void Pulse(Instant? nextWake)
    {
        if (nextWake?.ToUnixTimeMilliseconds() < Volatile.Read(ref _sleepsUntil))
        {
            _pulse.Writer.TryWrite(true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {CaseId} could not be stepped and is set aside for a while")]
    private partial void LogFault(Exception exception, CaseId caseId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store cannot be read; the scheduler tries again in a second")]
    private partial void LogUnavailable(Exception exception);
}
