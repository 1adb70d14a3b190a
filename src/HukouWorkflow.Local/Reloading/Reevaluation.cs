using System.Diagnostics;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Sqlite;
using NodaTime;

namespace HukouWorkflow.Local.Reloading;

/// <summary>
/// Walks over every open case after a change of packs, and moves the wakes and due days that the new rules want elsewhere. It
/// writes nothing into a journal: what a case comes to is decided by its own step, at the wake it is given here. A case that
/// changes meanwhile is passed over, since whoever changed it reckoned by the new rules.
/// </summary>
internal sealed partial class Reevaluation(
    SqliteCaseStore store,
    PolicyShelf shelf,
    ServiceClock clock,
    ICaseRuntime runtime,
    PolicyMeter meter,
    ILogger<Reevaluation> logger)
{
    private static readonly HashSet<string> EveryPack = new(["every pack"], StringComparer.Ordinal);

    /// <summary>Walks once over every case that is open now.</summary>
    /// <param name="packs">The packs that changed; null for all.</param>
    /// <param name="cancellationToken">Ends the walk; it may begin again.</param>
    /// <exception cref="StoreUnavailableException">The store gave way; the walk is to begin again.</exception>
    public async Task RunAsync(IReadOnlySet<string>? packs, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var book = shelf.Current;
        var (looked, moved, damaged) = (0, 0, 0);
        meter.Walking(begins: true);
        try
        {
            var moving = Task.FromResult(0);
            await foreach (var page in store.ReadOpenAsync(cancellationToken))
            {
                if (looked == 0)
                {
                    LogBegan(packs ?? EveryPack);
                }

                // While the page before is being written. One page at a time: an application waits behind no more than that.
                var moves = Reckon(page, book, packs);
                var written = await moving;
                moving = MoveAsync(moves, cancellationToken);
                (looked, moved, damaged) = (looked + page.Count, moved + written, damaged + page.Count(each => each.State is null));
                meter.Reckoned(page.Count, written);
            }

            var rest = await moving;
            meter.Reckoned(0, rest);
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (looked > 0)
            {
                LogEnded(looked, moved + rest, damaged, took);
            }
        }
        finally
        {
            meter.Walking(begins: false);
        }
    }

    private List<CaseAppend> Reckon(IReadOnlyList<OpenCase> page, PolicyBook book, IReadOnlySet<string>? packs)
    {
        var moves = new List<CaseAppend>();
        foreach (var open in page)
        {
            if (open.State is not { Application: { } application } state || packs?.Contains(application.Pack) == false)
            {
                continue;
            }

            var now = Instant.Max(clock.Now, state.LastAt);
            var effects = Effects.Of(state, book, now);
            // Never later: a wake that is too early costs a look, and one that stands may be for something else than the rules.
            var wake = open.NextWake is { } stands && !(effects.NextWake < stands) ? stands : effects.NextWake;
            if (wake != open.NextWake || effects.Due != open.Due)
            {
                moves.Add(new CaseAppend { State = state, Events = [], At = now, NextWake = wake, Due = effects.Due });
            }
        }

        return moves;
    }

    private async Task<int> MoveAsync(List<CaseAppend> moves, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(moves.Select(move => store.AppendAsync(move, cancellationToken)));
        var moved = 0;
        for (var index = 0; index < results.Length; index++)
        {
            if (results[index] is AppendResult.Appended)
            {
                moved++;
                await runtime.WakeAsync(moves[index].State.Id, moves[index].NextWake, cancellationToken);
            }
        }

        return moved;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Open cases are reckoned anew by the changed rules of {Packs}")]
    private partial void LogBegan(IEnumerable<string> packs);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Cases} open cases were looked at and {Moved} moved, in {Seconds:0.0} s; {Damaged} whose journals do not hold were passed over (`hukou verify` names them)")]
    private partial void LogEnded(int cases, int moved, int damaged, double seconds);
}
