using System.Diagnostics;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Ordeals;

/// <summary>
/// Years of the real process under mixed load, interrupted again and again, while agencies fail: what it has acknowledged it
/// must not lose, and must do once.
/// </summary>
public sealed class Soak
{
    // Answers 202 between two interruptions, and interruptions of one start.
    private const int MostBetween = 100;
    private const int MostStarts = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SoakSettings _settings;
    private readonly ServedFolder _served;
    private readonly Action<SoakProgress> _progress;
    private readonly Random _chance;
    private readonly List<TimeSpan> _untilReady = [];
    private int _interruptions;

    private Soak(SoakSettings settings, ServedFolder served, Action<SoakProgress> progress)
    {
        _settings = settings;
        _served = served;
        _progress = progress;
        _chance = new Random(settings.Seed);
    }

    /// <summary>Lives through it, and proves from outside how it went.</summary>
    /// <exception cref="InvalidOperationException">The process does not start again.</exception>
    /// <exception cref="TimeoutException">It neither starts nor ends.</exception>
    public static async Task<SoakOutcome> RunAsync(SoakSettings settings, Action<SoakProgress> progress, CancellationToken cancellationToken)
    {
        // They fail mostly after the work is done.
        await using var agencies = await AgencySimulator.StartAsync(
            new Uri("http://127.0.0.1:0"),
            new Faults
            {
                Seed = settings.Seed,
                DropRate = 0.30,
                ErrorRate = 0.05,
                DuplicateRate = 0.05,
                Contradict = [.. Enumerable.Range(0, 100).Select(each => new ContradictedPerson(People.ResidentId((each * 29) + 3), Register.Population))],
            },
            cancellationToken: cancellationToken);
        using var folder = new TemporaryFolder();
        await using var served = new ServedFolder(folder.Data, agencies, settings.DaysASecond);
        return await new Soak(settings, served, progress).RunAsync(cancellationToken);
    }

    private async Task<SoakOutcome> RunAsync(CancellationToken cancellationToken)
    {
        if (!_settings.Gracefully)
        {
            await KillWhileStartingAsync(TimeSpan.FromSeconds(1), cancellationToken);
        }

        await _served.ServeAsync(cancellationToken);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = _served.LoadAsync(_settings.AtOnce, _chance.Next(int.MaxValue - 1_000_000), firstPerson: 0, enough.Token);
        await InterruptAsync(cancellationToken);
        await enough.CancelAsync();
        await load.WaitAsync(cancellationToken);
        var (cases, books) = await _served.ProveAsync(cancellationToken);
        return new SoakOutcome
        {
            Seed = _settings.Seed,
            Interruptions = _interruptions,
            Cases = cases.Count,
            Acknowledged = _served.Promises.Kept.Count,
            Entries = cases.Sum(stored => stored.Journal.Count),
            Settled = cases.Count(stored => stored.Status is "settled"),
            Grants = books.Count,
            Requests = books.Sum(grant => grant.Requested),
            UntilReady = _untilReady,
            Findings = _served.Findings,
        };
    }

    private async Task InterruptAsync(CancellationToken cancellationToken)
    {
        var promises = _served.Promises;
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; _interruptions < _settings.Interruptions || Stopwatch.GetElapsedTime(began) < _settings.Least; round++)
        {
            await promises.ReachAsync(promises.Kept.Count + _chance.Next(1, MostBetween), cancellationToken).WaitAsync(Patience, cancellationToken);

            // Every other time right after an answer, while its caller still reads it.
            await Task.Delay(_chance.Next(2) * _chance.Next(400), cancellationToken);
            await (_settings.Gracefully ? _served.StopAsync() : _served.KillAsync());
            _interruptions++;
            var again = Stopwatch.GetTimestamp();
            for (var starts = _settings.Gracefully ? 0 : round == 1 ? MostStarts : _chance.Next(-MostStarts, MostStarts + 1); starts > 0 && _interruptions < _settings.Interruptions; starts--)
            {
                await KillWhileStartingAsync(_untilReady.Count == 0 ? TimeSpan.FromSeconds(1) : _untilReady[^1], cancellationToken);
                again = Stopwatch.GetTimestamp();
            }

            await _served.ServeAsync(cancellationToken);
            _untilReady.Add(Stopwatch.GetElapsedTime(again));
            _progress(new SoakProgress(_interruptions, promises.Applications, promises.Kept.Count));
        }
    }

    private async Task KillWhileStartingAsync(TimeSpan start, CancellationToken cancellationToken)
    {
        await using var process = _served.Begin();
        await Task.Delay(start * _chance.NextDouble(), cancellationToken);
        await process.KillAsync();
        _interruptions++;
    }
}
