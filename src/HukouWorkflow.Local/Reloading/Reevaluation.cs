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
    // One is read while another is reckoned and written. More were no faster, and applications wait behind as many in the writer.
    private const int PagesAtOnce = 2;

    // While others write, a core and the writer are theirs for this long after each page.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(10);

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
            await Parallel.ForEachAsync(
                store.ReadOpenAsync(cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce, CancellationToken = cancellationToken },
                async (page, stopping) =>
                {
                    var appends = store.Appends;
                    if (page.Count > 0 && Interlocked.Add(ref looked, page.Count) == page.Count)
                    {
                        LogBegan(packs ?? EveryPack);
                    }

                    var made = await MoveAsync(Reckon(page, book, packs), stopping);
                    Interlocked.Add(ref moved, made);
                    Interlocked.Add(ref damaged, page.Count(each => each.State is null));
                    meter.Reckoned(page.Count, made);
                    if (store.Appends != appends)
                    {
                        await Task.Delay(Rest, stopping);
                    }
                });
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (looked > 0)
            {
                LogEnded(looked, moved, damaged, took);
            }
        }
        finally
        {
            meter.Walking(begins: false);
        }
    }

    private List<WakeMove> Reckon(IReadOnlyList<OpenCase> page, PolicyBook book, IReadOnlySet<string>? packs)
    {
        var moves = new List<WakeMove>();
        foreach (var open in page)
        {
            if (open.State is not { Application: { } application } state || packs?.Contains(application.Pack) == false)
            {
                continue;
            }

            var effects = Effects.Of(state, book, Instant.Max(clock.Now, state.LastAt));
            // Never later: a wake that is too early costs a look, and one that stands may be for something else than the rules.
            var wake = open.NextWake is { } stands && !(effects.NextWake < stands) ? stands : effects.NextWake;
            if (wake != open.NextWake || effects.Due != open.Due)
            {
                moves.Add(new WakeMove(open, wake, effects.Due));
            }
        }

        return moves;
    }

    private async Task<int> MoveAsync(List<WakeMove> moves, CancellationToken cancellationToken)
    {
        if (moves.Count == 0)
        {
            return 0;
        }

        var made = await store.MoveWakesAsync(moves, cancellationToken);
        foreach (var move in made)
        {
            await runtime.WakeAsync(move.Case.Id, move.NextWake, cancellationToken);
        }

        return made.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Open cases are reckoned anew by the changed rules of {Packs}")]
    private partial void LogBegan(IEnumerable<string> packs);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Cases} open cases were looked at and {Moved} moved, in {Seconds:0.0} s; {Damaged} whose journals do not hold were passed over (`hukou verify` names them)")]
    private partial void LogEnded(int cases, int moved, int damaged, double seconds);
}
