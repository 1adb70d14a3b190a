using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using NodaTime;

namespace HukouWorkflow.Local.Moving;

/// <summary>Takes cases over from an archive, and mends stores: both reckon anew what a case owes, by the rules as they are here and now.</summary>
internal sealed class CaseMover
{
    private readonly ICaseArchive _archive;
    private readonly PolicyBook _book;
    private readonly TimeProvider _time;

    /// <summary>A mover into an archive.</summary>
    public CaseMover(ICaseArchive archive, PolicyBook book, TimeProvider time)
    {
        _archive = archive;
        _book = book;
        _time = time;
    }

    /// <summary>Takes cases over, one after another.</summary>
    /// <param name="cases">What is to be taken over.</param>
    /// <param name="refused">Hears of each case that was not, and why.</param>
    /// <param name="cancellationToken">Interrupts it between two cases; it can be run again.</param>
    public async Task<MoveTotals> ImportAsync(IEnumerable<StoredCase> cases, Action<CaseId, string> refused, CancellationToken cancellationToken)
    {
        var totals = new MoveTotals();
        foreach (var stored in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var state = stored.Fold(out var broken);
            if (broken is { } link)
            {
                totals.Refused++;
                refused(stored.Id, $"entry {link.Version}  {link.Fault}");
                continue;
            }

            switch (await _archive.ImportAsync(stored, EffectsOf(state), cancellationToken))
            {
                case ImportResult.Imported:
                    totals.Changed++;
                    break;
                case ImportResult.Present:
                    totals.Unchanged++;
                    break;
                default:
                    totals.Refused++;
                    refused(stored.Id, "another journal has its id, or its person has another open case here");
                    break;
            }
        }

        return totals;
    }

    /// <summary>Mends every case of the archive, and then removes what belongs to none.</summary>
    /// <param name="refused">Hears of each case whose journal does not hold; it is left as it is.</param>
    /// <param name="cancellationToken">Interrupts it; it can be run again.</param>
    public async Task<(MoveTotals Totals, long Strays)> ReindexAsync(Action<CaseId, string> refused, CancellationToken cancellationToken)
    {
        var totals = new MoveTotals();
        await foreach (var stored in _archive.ReadAllAsync(cancellationToken))
        {
            var state = stored.Fold(out var broken);
            if (broken is { } link)
            {
                totals.Refused++;
                refused(stored.Id, $"entry {link.Version}  {link.Fault}");
            }
            else if (await _archive.ReindexAsync(state, EffectsOf(state), cancellationToken))
            {
                totals.Changed++;
            }
            else
            {
                totals.Unchanged++;
            }
        }

        return (totals, await _archive.RemoveStrayAsync(cancellationToken));
    }

    private Effects EffectsOf(CaseState state) =>
        Effects.Of(state, _book, Instant.Max(Instant.FromDateTimeOffset(_time.GetUtcNow()), state.LastAt));
}
