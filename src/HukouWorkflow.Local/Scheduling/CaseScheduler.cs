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
    private readonly Channel<bool> _pulse = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // The cases in the channel, being stepped, or set aside after a fault.
    private readonly ConcurrentDictionary<CaseId, DueCase> _held = new();
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
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was: a scheduler that ends takes the service with it.
            LogUnreadable(fault);
            await Task.Delay(UntilStoreReturns, stoppingToken);
        }
    }

    private async Task<bool> DispatchAsync(CancellationToken stoppingToken)
    {
        var found = false;
        foreach (var due in await _store.ReadDueAsync(_clock.Now, _held.Count + Batch, stoppingToken))
        {
            if (_held.TryAdd(due.Id, due))
            {
                found = true;
                await _due.Writer.WriteAsync(due, stoppingToken);
            }
        }

        return found;
    }

    private async Task SleepAsync(CancellationToken stoppingToken)
    {
        // Published before the queue is read once more: a wake written in between is either seen here or pulses.
        Interlocked.Exchange(ref _sleepsUntil, long.MaxValue);
        var upcoming = await _store.ReadDueAsync(Instant.MaxValue, _held.Count + 1, stoppingToken);
        var next = upcoming.Where(due => !_held.ContainsKey(due.Id)).Select(due => due.WakeAt).DefaultIfEmpty(Instant.MaxValue).First();
        Volatile.Write(ref _sleepsUntil, next.ToUnixTimeMilliseconds());
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var timer = Task.Delay(WaitUntil(next), _clock.Time, awake.Token);

        // Looked at once the timer is set: time that has passed since the queue was read is not waited for again.
        if (next > _clock.Now)
        {
            await Task.WhenAny(timer, _pulse.Reader.ReadAsync(awake.Token).AsTask(), Task.Delay(LongestSleep, awake.Token));
        }

        await awake.CancelAsync();
        Volatile.Write(ref _sleepsUntil, long.MinValue);
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
            await _stepper.StepAsync(due.Id, stoppingToken);
            _meter.Stepped(Stopwatch.GetElapsedTime(began));
            Release(due.Id);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Release(due.Id);
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
        Release(id);
    }

    // Somebody may have moved the case's wake while it was held and passed over; only the queue knows.
    private void Release(CaseId id)
    {
        _held.TryRemove(id, out _);
        Pulse(Instant.MinValue);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due cannot be read; the scheduler tries again in a second")]
    private partial void LogUnreadable(Exception exception);
}
