using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Core.Quotas;

/// <summary>
/// Gives the places of a city's annual quota. It may be interrupted anywhere and run again: a place is an entry in the case's
/// journal, those given are counted first, and the rest are ranked behind them. No case is refused by it.
/// </summary>
public sealed class QuotaRanking
{
    private const int PageSize = 500;

    /// <summary>
    /// How many days from the day of the ranking on it is made or finished. A service that was away goes on with it; after that,
    /// places that nobody qualified for are not given to those who qualify later in the year.
    /// </summary>
    private const int DaysToFinish = 31;

    private static readonly IReadOnlyList<CaseStatus> Waiting = [CaseStatus.Received, CaseStatus.Accruing, CaseStatus.Suspended];

    private readonly ICaseStore _store;
    private readonly CaseLedger _ledger;
    private readonly ICaseRuntime _runtime;
    private readonly ServiceClock _clock;

    /// <summary>A ranking over a store.</summary>
    public QuotaRanking(ICaseStore store, CaseLedger ledger, ICaseRuntime runtime, ServiceClock clock)
    {
        _store = store;
        _ledger = ledger;
        _runtime = runtime;
        _clock = clock;
    }

    /// <summary>Gives the places of this year, of every pack whose day has come.</summary>
    /// <param name="cancellationToken">Interrupts it; it may be run again.</param>
    /// <returns>What became of each; empty where no day has come or no number of places is known.</returns>
    /// <exception cref="StoreUnavailableException">Not all was written; run it again.</exception>
    public async Task<IReadOnlyList<QuotaRound>> GivePlacesAsync(CancellationToken cancellationToken)
    {
        var today = _clock.Today;
        var rounds = new List<QuotaRound>();
        foreach (var pack in _ledger.Book.Packs)
        {
            if (pack.AnnualQuota is { } quota && DayOf(quota, today) is { } day && today < day.PlusDays(DaysToFinish) && pack.PlacesOn(day) is { } places)
            {
                rounds.Add(await GiveAsync(pack, day, places, cancellationToken));
            }
        }

        return rounds;
    }

    // The last such day, this year's or the year before's.
    private static LocalDate DayOf(AnnualQuota quota, LocalDate today) =>
        quota.On.InYear(today.Year) is var day && day <= today ? day : quota.On.InYear(today.Year - 1);

    private async Task<QuotaRound> GiveAsync(PolicyPack pack, LocalDate day, int places, CancellationToken cancellationToken)
    {
        var given = 0;
        var candidates = new List<Candidate>();
        await foreach (var state in ReadAsync(pack, cancellationToken))
        {
            if (state.Facts!.Place?.Year == day.Year)
            {
                given++;
            }
            else if (Waiting.Contains(state.Status)
                && ChinaTime.DateOf(state.ReceivedAt) <= day
                && pack.VersionOn(day)?.PointsInRanking(state.Facts, day) is { } points)
            {
                candidates.Add(new Candidate(state, points));
            }
        }

        var ranked = Ranking.Of(candidates, Math.Max(0, places - given));
        for (var i = 0; i < ranked.Count; i++)
        {
            var place = new AllottedPlace(day.Year, day, given + i + 1, ranked[i].Points);
            if (await _ledger.CarryOutAsync(ranked[i].State, [new CaseCommand.AllotPlace(place)], null, cancellationToken) is LedgerResult.Done done)
            {
                await _runtime.WakeAsync(done.State.Id, done.Effects.NextWake, cancellationToken);
            }
        }

        return new QuotaRound(pack.Id, day.Year, places, given, ranked.Count, candidates.Count - ranked.Count);
    }

    private async IAsyncEnumerable<CaseState> ReadAsync(PolicyPack pack, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CasePosition? after = null;
        while (await _store.ListAsync(new CaseQuery([.. pack.DistrictClasses.Keys], null, null, after, PageSize), cancellationToken) is { Count: > 0 } page)
        {
            foreach (var listed in page)
            {
                if (await _store.LoadAsync(listed.Id, cancellationToken) is { } state && string.Equals(state.Application?.Pack, pack.Id, StringComparison.Ordinal))
                {
                    yield return state;
                }
            }

            after = new CasePosition(page[^1].Due, page[^1].Id);
        }
    }
}
