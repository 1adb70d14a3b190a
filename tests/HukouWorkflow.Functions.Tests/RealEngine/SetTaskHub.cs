using System.Text.Json;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Activities;
using HukouWorkflow.Functions.Runtime;
using HukouWorkflow.Functions.Testing.Engine;
using HukouWorkflow.Functions.Testing.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HukouWorkflow.Functions.Tests.RealEngine;

/// <summary>
/// The real engine, by a service's time that a scenario sets. The engine's clock is real and knows nothing of it, so its
/// timers are put off, and a case that has fallen due is told so by the event that wakes cases. Timers have tests of their own.
/// </summary>
internal sealed class SetTaskHub(Func<IServiceProvider> services, DateTimeOffset start) : ITaskHub
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PutOff = TimeSpan.FromHours(1);
    private readonly VirtualTime _time = new(start);
    private RealTaskHub? _hub;

    public TimeProvider Time => _time;

    public DurableTaskClient Client => _hub!.Client;

    public async Task StartAsync(CancellationToken cancellationToken) => _hub = await RealTaskHub.StartAsync(
        () => ActivatorUtilities.CreateInstance<CaseActivities>(services()),
        _ => DateTime.UtcNow + PutOff,
        cancellationToken);

    public async Task RunAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await ComeToRestAsync(cancellationToken);
        while (await NextDueAsync(cancellationToken) is { } next && next.WakeAt <= Instant.FromDateTimeOffset(until))
        {
            _time.AdvanceTo(next.WakeAt.ToDateTimeOffset());
            await ComeToRestAsync(cancellationToken);
        }

        _time.AdvanceTo(until);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    /// <summary>Wakes what is due, and waits in real time until every orchestration shows what its case has come to.</summary>
    private async Task ComeToRestAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (await NextDueAsync(patience.Token) is { } due && due.WakeAt <= Instant.FromDateTimeOffset(_time.GetUtcNow()))
        {
            await WakeAsync(due, patience.Token);
            await Task.Delay(50, patience.Token);
        }

        while (!await ShowsAllAsync(patience.Token))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task WakeAsync(DueCase due, CancellationToken cancellationToken)
    {
        var runtime = services().GetRequiredService<DurableCaseRuntime>();
        runtime.Use(Client);
        await runtime.WakeAsync(due.Id, due.WakeAt, cancellationToken);
    }

    private async Task<bool> ShowsAllAsync(CancellationToken cancellationToken)
    {
        var store = services().GetRequiredService<ICaseStore>();
        var runtime = services().GetRequiredService<DurableCaseRuntime>();
        runtime.Use(Client);
        foreach (var listed in await store.ListAsync(new CaseQuery(null, null, null, null, 100), cancellationToken))
        {
            var state = (await store.LoadAsync(listed.Id, cancellationToken))!;
            var shown = await runtime.DescribeAsync(listed.Id, cancellationToken);
            if (!string.Equals(shown?.CustomStatus, JsonNamingPolicy.CamelCase.ConvertName(state.Status.ToString()), StringComparison.Ordinal)
                || state.IsClosed != string.Equals(shown!.RuntimeStatus, "Completed", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<DueCase?> NextDueAsync(CancellationToken cancellationToken) =>
        await services().GetRequiredService<ICaseStore>().ReadDueAsync(Instant.MaxValue, 1, cancellationToken) is [var due, ..] ? due : null;
}
