using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Bench.Counting;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Tables;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HukouWorkflow.Bench.Lives;

/// <summary>The local host on tables, behind a proxy that counts, by a clock that is set. What is due is looked up past the proxy.</summary>
internal sealed class LocalHost : IMeasuredHost
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _time;
    private readonly CountingProxy _proxy;
    private readonly AgencySimulator _agencies;
    private readonly LocalService _service;
    private readonly TableCaseStore _observer;

    private LocalHost(FakeTimeProvider time, CallLedger ledger, CountingProxy proxy, AgencySimulator agencies, LocalService service, TableCaseStore observer) =>
        (_time, Ledger, _proxy, _agencies, _service, _observer) = (time, ledger, proxy, agencies, service, observer);

    public Uri Address => _service.Address;

    public LocalTokens Tokens => _service.Tokens!;

    public CallLedger Ledger { get; }

    /// <summary>Starts it.</summary>
    public static async Task<LocalHost> StartAsync(Azurite azurite, CancellationToken cancellationToken)
    {
        var prefix = $"b{Guid.NewGuid():N}";
        var ledger = new CallLedger(prefix) { Stage = CaseLife.Start };
        var time = new FakeTimeProvider(CaseLife.Beginning);
        var proxy = await CountingProxy.StartAsync(azurite, ledger, cancellationToken);
        var agencies = await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), cancellationToken: cancellationToken);
        var service = await LocalService.StartAsync(
            new ServeSettings
            {
                Urls = "http://127.0.0.1:0",
                Storage = proxy.ConnectionString,
                TablePrefix = prefix,
                Agencies = SimulatedAgencies.At(agencies.BaseAddress),
                Time = time,
                Logs = false,
            },
            cancellationToken);
        var observer = await TableCaseStore.OpenAsync(
            new TableStoreOptions { ConnectionString = azurite.ConnectionString, Prefix = prefix }, TimeProvider.System, NullLogger<TableCaseStore>.Instance, cancellationToken);
        return new LocalHost(time, ledger, proxy, agencies, service, observer);
    }

    /// <summary>Waits, in real time, until the scheduler has done all that is due.</summary>
    /// <exception cref="BenchException">It does not come to rest.</exception>
    public async Task SettleDownAsync(CancellationToken cancellationToken)
    {
        var ends = TimeProvider.System.GetUtcNow() + Patience;
        while (await NextWakeAsync(cancellationToken) is { } wake && wake <= _time.GetUtcNow())
        {
            if (TimeProvider.System.GetUtcNow() > ends)
            {
                throw new BenchException($"A case due at {wake:O} is not stepped.");
            }

            // A clock that jumps may do so just before the scheduler sets its timer, which real ones do not.
            await _service.Services.GetRequiredService<ICaseRuntime>().WakeAsync(default, Instant.MinValue, cancellationToken);
            await Task.Delay(Look, cancellationToken);
        }
    }

    public async Task PassToAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        await SettleDownAsync(cancellationToken);
        while (await NextWakeAsync(cancellationToken) is { } wake && wake <= time)
        {
            _time.SetUtcNow(wake);
            await SettleDownAsync(cancellationToken);
        }

        _time.SetUtcNow(time);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _observer.Dispose();
        await _agencies.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    private async Task<DateTimeOffset?> NextWakeAsync(CancellationToken cancellationToken) =>
        await _observer.ReadDueAsync(Instant.MaxValue, 1, cancellationToken) is [var due, ..] ? due.WakeAt.ToDateTimeOffset() : null;
}
