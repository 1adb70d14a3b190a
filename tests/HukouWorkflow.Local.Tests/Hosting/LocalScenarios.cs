using HukouWorkflow.Agencies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Testing.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Hosting;

/// <summary>The local host, in this process, on a data folder of its own and by a clock the scenario sets.</summary>
public sealed class LocalScenarios : HostScenarios
{
    protected override async Task<IScenarioHost> StartAsync(AgencyOptions agencies)
    {
        var host = new Host(agencies);
        await host.StartAsync();
        return host;
    }

    private sealed class Host(AgencyOptions agencies) : IScenarioHost
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
        private readonly TemporaryFolder _folder = new();
        private readonly FakeTimeProvider _time = new(Beginning);
        private LocalService? _service;

        public Uri Address => _service!.Address;

        public LocalTokens Tokens => _service!.Tokens!;

        public DateTimeOffset Now => _time.GetUtcNow();

        public async Task StartAsync() => _service = await LocalService.StartAsync(
            new ServeSettings
            {
                Urls = "http://127.0.0.1:0",
                DataFolder = _folder.Data,
                Agencies = agencies,
                Time = _time,
                Logs = false,
            },
            Ct);

        public async Task PassToAsync(DateTimeOffset time)
        {
            await ComeToRestAsync();
            while (await NextWakeAsync() is { } wake && wake <= time)
            {
                if (wake > Now)
                {
                    _time.SetUtcNow(wake);
                }

                await ComeToRestAsync();
            }

            _time.SetUtcNow(time);
        }

        public async Task RestartAsync()
        {
            await _service!.DisposeAsync();
            await StartAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _service!.DisposeAsync();
            _folder.Dispose();
        }

        /// <summary>Waits, in real time, until the scheduler has done all that is due.</summary>
        private async Task ComeToRestAsync()
        {
            var ends = TimeProvider.System.GetUtcNow() + Patience;
            while (await NextWakeAsync() is { } wake && wake <= Now)
            {
                Assert.True(TimeProvider.System.GetUtcNow() < ends, $"A case due at {wake:O} is not stepped.");

                // A clock that jumps may do so just before the scheduler sets its timer, which real ones do not.
                await Service<ICaseRuntime>().WakeAsync(default, Instant.MinValue, Ct);
                await Task.Delay(TimeSpan.FromMilliseconds(2), Ct);
            }
        }

        private async Task<DateTimeOffset?> NextWakeAsync() =>
            (await Service<ICaseStore>().ReadDueAsync(Instant.MaxValue, 1, Ct)) is [var due, ..] ? (DateTimeOffset?)due.WakeAt.ToDateTimeOffset() : null;

        private T Service<T>()
            where T : notnull => _service!.Services.GetRequiredService<T>();
    }
}
