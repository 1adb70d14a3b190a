using System.Collections.Concurrent;
using System.Globalization;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Activities;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Runtime;
using HukouWorkflow.Functions.Tests.Orchestrators;
using HukouWorkflow.Http.Privacy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Functions.Tests.RealEngine;

/// <summary>One case on the real engine, with a real store; only the agencies are doubles. A year of the service's time is a second.</summary>
internal sealed class RealSettlement : IRegisters, IBenefitAgencies, IAsyncDisposable
{
    private readonly FunctionsMeter _meter = new();
    private readonly PersonalDataVault _vault = new(new EphemeralDataProtectionProvider());
    private readonly DurableCaseRuntime _runtime;
    private readonly CaseLedger _ledger;
    private readonly ICaseStore _store;
    private readonly RealTaskHub _hub;

    private RealSettlement(ICaseStore store, RealTaskHub hub, CaseLedger ledger)
    {
        _store = store;
        _hub = hub;
        _ledger = ledger;
        _runtime = new DurableCaseRuntime(_meter, NullLogger<DurableCaseRuntime>.Instance);
    }

    /// <summary>Every key that an agency was given, with its name.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public string Id { get; } = Guid.CreateVersion7().ToString();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RealSettlement> StartAsync(ICaseStore store)
    {
        var time = new LapsedTime(Settlement.Morning(Settlement.Start), TimeSpan.FromDays(365));
        var clock = new ServiceClock(time, null);
        var ledger = new CaseLedger(store, new PolicyShelf(Settlement.Book), clock);
        CaseActivities? activities = null;
        var hub = await RealTaskHub.StartAsync(() => activities!, wake => time.OnEngine(wake), Ct);
        var settlement = new RealSettlement(store, hub, ledger);
        var stepper = new CaseStepper(store, ledger, settlement, settlement, settlement._vault, clock);
        activities = new CaseActivities(stepper, settlement._meter, NullLogger<CaseActivities>.Instance);
        return settlement;
    }

    public Task<RegisterReply> AskAsync(Register register, Inquiry inquiry, CancellationToken cancellationToken)
    {
        Asked.Enqueue($"{register} {inquiry.Key}");
        return Task.FromResult(new RegisterReply(CheckOutcome.Confirmed, null));
    }

    public Task<BenefitReply> RequestAsync(BenefitKind kind, Inquiry inquiry, CancellationToken cancellationToken)
    {
        Asked.Enqueue($"{kind} {inquiry.Key}");
        return Task.FromResult(new BenefitReply($"{kind}-1", false, null));
    }

    public async Task ApplyAsync()
    {
        var person = new PersonKey(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        var enclosed = new Enclosure(person, _vault.Seal(new PersonalAmendment { Whole = Settlement.Person }), null);
        Assert.IsType<LedgerResult.Done>(await _ledger.CarryOutAsync(
            CaseState.Before(CaseIdOf()), [new CaseCommand.Submit(Settlement.Application(withPermit: false))], enclosed, Ct));
        await WakeAsync();
    }

    public async Task CarryOutAsync(CaseCommand command)
    {
        Assert.IsType<LedgerResult.Done>(await _ledger.CarryOutAsync(await StateAsync(), [command], null, Ct));
        await WakeAsync();
    }

    public async Task WakeAsync()
    {
        _runtime.Use(_hub.Client);
        await _runtime.WakeAsync(CaseIdOf(), null, Ct);
    }

    public async Task<OrchestrationStatus?> DescribeAsync()
    {
        _runtime.Use(_hub.Client);
        return await _runtime.DescribeAsync(CaseIdOf(), Ct);
    }

    /// <summary>Waits in real time until the custom status is as it must become.</summary>
    public async Task UntilAsync(string status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await DescribeAsync() is not { } now || !string.Equals(now.CustomStatus, status, StringComparison.Ordinal))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Waits in real time until the orchestration has ended.</summary>
    public async Task<OrchestrationMetadata> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        return await _hub.Client.WaitForInstanceCompletionAsync(Id, getInputsAndOutputs: true, patience.Token);
    }

    public async Task<CaseState> StateAsync() => (await _store.LoadAsync(CaseIdOf(), Ct))!;

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _meter.Dispose();
    }

    private CaseId CaseIdOf() => new(Guid.Parse(Id));
}
