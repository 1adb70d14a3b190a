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

    // What nobody told of (a wake lost, a clock set forward) is found this late at most. In real time, as are all waits after a fault.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilStoreReturns = TimeSpan.FromSeconds(1);

    // The longest a timer takes is 49.7 days. Where time is lapsed that is soon over, and the scheduler only looks and sleeps on.
    private static readonly Duration LongestTimer = Duration.FromDays(49);

    private readonly ICaseStore _store;
    private readonly CaseStepper _stepper;
    private readonly ServiceClock _clock;
    private readonly SchedulerMeter _meter;
    private readonly ILogger<CaseScheduler> _logger;
    private readonly Channel<DueCase> _due = Channel.CreateBounded<DueCase>(Batch);
    private readonly Alarm _alarm = new();

    // The cases in the channel, being stepped, or set aside after a fault; true where one was told of meanwhile.
    private readonly ConcurrentDictionary<CaseId, bool> _held = new();

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
        if (nextWake is { } wake && !TryTake(new DueCase(id, wake)) && !_held.TryUpdate(id, newValue: true, comparisonValue: false))
        {
            _alarm.Tell(wake);
        }

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
            // Cleared before the queue is read: a wake written in between is either read or heard.
            _alarm.Clear();
            if (await DispatchAsync(stoppingToken) is { } next)
            {
                await SleepAsync(next, stoppingToken);
            }
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was: a scheduler that ends takes the service with it.
            LogUnreadable(fault);
            await Task.Delay(UntilStoreReturns, stoppingToken);
        }
    }

    /// <summary>Hands out what is due. Returns when the next case is, or null where the read was filled by what is due now: more may be.</summary>
    private async Task<Instant?> DispatchAsync(CancellationToken stoppingToken)
    {
        var limit = _held.Count + Batch;
        var queue = await _store.ReadDueAsync(Instant.MaxValue, limit, stoppingToken);
        var now = _clock.Now;
        foreach (var due in queue)
        {
            if (due.WakeAt <= now)
            {
                if (_held.TryAdd(due.Id, value: false))
                {
                    await _due.Writer.WriteAsync(due, stoppingToken);
                }
            }
            else if (!_held.ContainsKey(due.Id))
            {
                return due.WakeAt;
            }
        }

        return queue.Count < limit ? Instant.MaxValue : null;
    }

    // Most of what is due at once has just been written by somebody who tells of it: the queue need not be read for it.
    private bool TryTake(DueCase due)
    {
        if (due.WakeAt > _clock.Now || !_held.TryAdd(due.Id, value: false))
        {
            return false;
        }

        if (_due.Writer.TryWrite(due))
        {
            return true;
        }

        _held.TryRemove(due.Id, out _);
        return false;
    }

    private async Task SleepAsync(Instant next, CancellationToken stoppingToken)
    {
        var until = _alarm.Set(next);
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var timer = Task.Delay(WaitUntil(until), _clock.Time, awake.Token);

        // Looked at once the timer is set: time that has passed since the queue was read is not waited for again.
        if (until > _clock.Now)
        {
            await Task.WhenAny(timer, _alarm.RingAsync(awake.Token), Task.Delay(LongestSleep, awake.Token));
        }

        await awake.CancelAsync();
    }

    // By the machine's clock and not the service's: while that stands still, every wait up to it would be over at once, again and again.
    private TimeSpan WaitUntil(Instant next)
    {
        var wait = next - Instant.FromDateTimeOffset(_clock.Time.GetUtcNow());
        return Duration.Max(Duration.Zero, Duration.Min(wait, LongestTimer)).ToTimeSpan();
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
            _meter.Stepped(Stopwatch.GetElapsedTime(began));
            Release(due.Id, next);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Release(due.Id, Instant.MinValue);
        }
        catch (Exception fault)
        {
            // One case that cannot be stepped must neither stop the others nor spin: it is set aside, and tried again.
            _meter.SetAside();
            LogFault(fault, due.Id);
            activity?.SetStatus(ActivityStatusCode.Error);
            await SetAsideAsync(due.Id, fault, stoppingToken);
        }
    }

    private Task SetAsideAsync(CaseId id, Exception fault, CancellationToken stoppingToken)
    {
        switch (fault)
        {
            case StoreUnavailableException:
                // No other case fares better: the worker waits too, so that no queue of failures builds up.
                return ReleaseAfterAsync(id, UntilStoreReturns, stoppingToken);
            case CorruptJournalException:
                _ = ReleaseAfterAsync(id, TimeSpan.FromHours(1), stoppingToken);
                return Task.CompletedTask;
            default:
                _ = ReleaseAfterAsync(id, TimeSpan.FromMinutes(1), stoppingToken);
                return Task.CompletedTask;
        }
    }

    private async Task ReleaseAfterAsync(CaseId id, TimeSpan wait, CancellationToken stoppingToken)
    {
        await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Release(id, Instant.MinValue);
    }

    /// <summary>Lets go of a case that next must be looked at then, or not at all.</summary>
    private void Release(CaseId id, Instant? next)
    {
        // Somebody moved its wake while it was held and passed over: only the queue knows to when.
        if (_held.TryRemove(id, out var told) && told)
        {
            _alarm.Tell(Instant.MinValue);
        }
        else if (next is { } wake)
        {
            _alarm.Tell(wake);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {CaseId} could not be stepped and is set aside for a while")]
    private partial void LogFault(Exception exception, CaseId caseId);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due cannot be read; the scheduler tries again in a second")]
    private partial void LogUnreadable(Exception exception);
}
