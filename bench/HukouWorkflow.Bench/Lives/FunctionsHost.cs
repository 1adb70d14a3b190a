using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Bench.Counting;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Testing.Engine;
using HukouWorkflow.Functions.Testing.Hosting;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Bench.Lives;

/// <summary>The Functions app in virtual time on tables of its own, behind a proxy that counts.</summary>
internal sealed class FunctionsHost : IMeasuredHost
{
    /// <summary>Who asks where a timer trigger runs.</summary>
    public const string Timer = "timer";

    // The test host runs every timer trigger of a pass no longer than this.
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(30);

    private readonly CountingProxy _proxy;
    private readonly AgencySimulator _agencies;
    private readonly FunctionsTestHost _host;
    private readonly VirtualTaskHub _hub;
    private readonly StoreMeter _meter;

    private FunctionsHost(string prefix, CallLedger ledger, CountingProxy proxy, AgencySimulator agencies, FunctionsTestHost host, VirtualTaskHub hub, StoreMeter meter)
    {
        (Prefix, Ledger, _proxy, _agencies, _host, _hub, _meter) = (prefix, ledger, proxy, agencies, host, hub, meter);

        // Activities run one at a time, so whatever is asked from here to the next is this one's.
        hub.Engine.ActivityMishaps = run =>
        {
            ledger.Asker = run.Name;
            return ActivityMishap.None;
        };
    }

    public Uri Address => _host.Address;

    public LocalTokens Tokens => _host.Tokens!;

    public CallLedger Ledger { get; }

    /// <summary>What its tables' names begin with.</summary>
    public string Prefix { get; }

    /// <summary>The task hub.</summary>
    public VirtualDurableEngine Engine => _hub.Engine;

    /// <summary>Starts it.</summary>
    public static async Task<FunctionsHost> StartAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        var prefix = $"b{Guid.NewGuid():N}";
        var ledger = new CallLedger(prefix) { Stage = CaseLife.Start };
        var meter = new StoreMeter(prefix);
        var proxy = await CountingProxy.StartAsync(azurite, ledger, cancellationToken);
        var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: cancellationToken);
        var settings = new FunctionsSettings
        {
            Storage = new TableStoreOptions { ConnectionString = proxy.ConnectionString, Prefix = prefix },
            Agencies = SimulatedAgencies.At(agencies.BaseAddress),
        };
        VirtualTaskHub? hub = null;
        var host = await FunctionsTestHost.StartAsync(settings, services => hub = new VirtualTaskHub(services, CaseLife.Beginning), null, cancellationToken);
        return new FunctionsHost(prefix, ledger, proxy, agencies, host, hub!, meter);
    }

    public Task SettleDownAsync(CancellationToken cancellationToken) => PassToAsync(Engine.Time.GetUtcNow(), cancellationToken);

    /// <summary>Lets time pass for orchestrations; timer triggers do not run, they are no case's own (<see cref="PassDayAsync"/>).</summary>
    public Task PassToAsync(DateTimeOffset time, CancellationToken cancellationToken) => Engine.RunAsync(time, cancellationToken);

    /// <summary>Lets a day pass with every timer trigger in it.</summary>
    public async Task PassDayAsync(CancellationToken cancellationToken)
    {
        Ledger.Asker = Timer;
        var ends = Engine.Time.GetUtcNow().AddDays(1);
        while (Engine.Time.GetUtcNow() < ends)
        {
            await _host.PassToAsync(Engine.Time.GetUtcNow() + Watched, cancellationToken);
        }
    }

    /// <summary>Holds the store's meter against the ledger.</summary>
    /// <exception cref="BenchException">They differ.</exception>
    public void MustAgree() => _meter.MustAgreeWith(Ledger);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _agencies.DisposeAsync();
        await _proxy.DisposeAsync();
        _meter.Dispose();
    }
}
