using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Quotas;
using HukouWorkflow.Functions.Runtime;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>Has the places of annual quotas given, once a day.</summary>
public sealed partial class PlacesTrigger
{
    private readonly QuotaRanking _ranking;
    private readonly DurableCaseRuntime _runtime;
    private readonly ILogger<PlacesTrigger> _logger;

    /// <summary>A trigger over a ranking.</summary>
    public PlacesTrigger(QuotaRanking ranking, DurableCaseRuntime runtime, ILogger<PlacesTrigger> logger)
    {
        _ranking = ranking;
        _runtime = runtime;
        _logger = logger;
    }

    /// <summary>
    /// Gives places at three in the morning in China. Where it is interrupted (by the host's limit on executions, say), the next
    /// day's goes on with it.
    /// </summary>
    /// <param name="timer">When it was to run; it makes no difference.</param>
    /// <param name="client">The invocation's durable client.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="StoreUnavailableException">The cases could not be read or written.</exception>
    [Function(nameof(GivePlaces))]
    public async Task GivePlaces([TimerTrigger("0 0 19 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        _runtime.Use(client);
        foreach (var round in await _ranking.GivePlacesAsync(cancellationToken))
        {
            LogRound(round.Pack, round.Year, round.Given, round.GivenBefore, round.Places, round.Remaining);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "PlacesGiven", Message = "{Pack}, {Year}: {Given} places given now and {Before} before, of {Places}; {Remaining} who meet the conditions stay on")]
    private partial void LogRound(string pack, int year, int given, int before, int places, int remaining);
}
