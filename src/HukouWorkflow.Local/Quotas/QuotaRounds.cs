using HukouWorkflow.Core;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Quotas;

namespace HukouWorkflow.Local.Quotas;

/// <summary>Has the places of annual quotas given once a day, by the service's clock.</summary>
/// <param name="ranking">Gives them.</param>
/// <param name="clock">The service's clock.</param>
/// <param name="logger">Hears what became of it.</param>
internal sealed partial class QuotaRounds(QuotaRanking ranking, ServiceClock clock, ILogger<QuotaRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the service does not wait for what is begun here.
        await Task.Yield();
        try
        {
            while (true)
            {
                await GivePlacesAsync(stoppingToken);
                await Task.Delay(Pause, clock.Time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    private async Task GivePlacesAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var round in await ranking.GivePlacesAsync(stoppingToken))
            {
                LogRound(round.Pack, round.Year, round.Given, round.GivenBefore, round.Places, round.Remaining);
            }
        }
        catch (StoreUnavailableException fault)
        {
            // Tomorrow is another round, and counts what was given.
            LogUnavailable(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "PlacesGiven", Message = "{Pack}, {Year}: {Given} places given now and {Before} before, of {Places}; {Remaining} who meet the conditions stay on")]
    private partial void LogRound(string pack, int year, int given, int before, int places, int remaining);

    [LoggerMessage(Level = LogLevel.Error, EventName = "PlacesNotGiven", Message = "The places of the annual quota could not all be given; the round goes on tomorrow")]
    private partial void LogUnavailable(Exception fault);
}
