using HukouWorkflow.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Agencies.Tests;

/// <summary>The real clients, impatient, with everything they log kept.</summary>
internal sealed class Clients : IDisposable
{
    private readonly ServiceProvider _services;

    public Clients(Uri address, Func<AgencyOptions, AgencyOptions>? change = null, TimeProvider? time = null, TimeProvider? serviceTime = null)
    {
        var options = new AgencyOptions { BaseAddress = address, RetryDelay = TimeSpan.Zero, BreakAfter = 1000 };
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton(serviceTime ?? TimeProvider.System);
        services.AddAgencyClients(change?.Invoke(options) ?? options, time);
        _services = services.BuildServiceProvider();
    }

    public LogBook Log { get; } = new();

    public IRegisters Registers => _services.GetRequiredService<IRegisters>();

    public IBenefitAgencies Benefits => _services.GetRequiredService<IBenefitAgencies>();

    public void Dispose() => _services.Dispose();
}
