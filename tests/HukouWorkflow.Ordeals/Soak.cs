using System.Diagnostics;
using System.Globalization;
using System.Net;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Cases;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Ordeals;

/// <summary>
/// Years of the real process under mixed load, interrupted again and again, while agencies fail: what it has acknowledged it
/// must not lose, and must do once.
/// </summary>
public sealed class Soak : IAsyncDisposable
{
    private static readonly LocalDate Start = new(2021, 10, 8);

    // Five years at the slowest pace used, on a machine busy with other things.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly SoakSettings _settings;
    private readonly Random _chance;
    private readonly Action<SoakProgress> _progress;
    private readonly TemporaryFolder _folder = new();
    private readonly Promises _promises = new();
    private readonly Findings _findings = new();
    private readonly List<TimeSpan> _untilReady = [];
    private readonly AgencySimulator _agencies;
    private readonly string[] _serve;
    private Hukou? _process;
    private int _interruptions;
    private Instant _now = Instant.MinValue;

    private Soak(SoakSettings settings, AgencySimulator agencies, Action<SoakProgress> progress)
    {
        _settings = settings;
        _chance = new Random(settings.Seed);
        _agencies = agencies;
        _progress = progress;
        _serve =
        [
            "serve", "--data", _folder.Data, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Hukou.FreePort()}"),
            "--agencies", agencies.BaseAddress.AbsoluteUri,
            "--time-lapse", string.Create(CultureInfo.InvariantCulture, $"{settings.DaysASecond}d"), "--start", People.Text(Start),
        ];
    }

    private LocalDate Today => _now.InUtc().Date;

    /// <summary>Lives through it, and proves from outside how it went.</summary>
    /// <exception cref="InvalidOperationException">The process does not start again.</exception>
    /// <exception cref="TimeoutException">It neither starts nor ends.</exception>
    public static async Task<SoakOutcome> RunAsync(SoakSettings settings, Action<SoakProgress> progress, CancellationToken cancellationToken)
    {
        // The agencies outlive every interruption, and fail mostly after the work is done.
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
        await using var soak = new Soak(settings, agencies, progress);
        return await soak.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    private async Task<SoakOutcome> RunAsync(CancellationToken cancellationToken)
    {
        if (!_settings.Gracefully)
        {
            await KillWhileStartingAsync(TimeSpan.FromSeconds(1), cancellationToken);
        }

        _process = await Hukou.ServeAsync(_serve);
        using var caller = new ServiceCaller(_process.Address, _folder.Data);
        await ReadTimeAsync(caller, cancellationToken);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = LoadAsync(caller, enough.Token, cancellationToken);
        try
        {
            await InterruptAsync(caller, cancellationToken);
        }
        finally
        {
            await enough.CancelAsync();
            await load;
        }

        await SettleAsync(caller, cancellationToken);
        var proof = new SoakProof(_promises, _findings);
        await proof.AskAsync(caller, cancellationToken);
        await ReadTimeAsync(caller, cancellationToken);
        return await ProveAsync(proof, cancellationToken);
    }

    private async Task<SoakOutcome> ProveAsync(SoakProof proof, CancellationToken cancellationToken)
    {
        var code = await _process!.StopAsync();
        if (code != 0)
        {
            _findings.Add(Wrong.Answered, $"Asked to stop, the process ended with {code}. {_process.Errors}");
        }

        var cases = CasesFile.Read(_folder.CasesFile);
        var books = await AgencyBooks.GrantedAsync(_agencies, cancellationToken);
        proof.Read(cases, _now.ToUnixTimeMilliseconds());
        proof.Audit(cases, books);
        var (verified, output, errors) = await Hukou.RunAsync("verify", "--data", _folder.Data);
        if (verified != 0 || !output.Contains($"{cases.Count} cases, ", StringComparison.Ordinal) || !output.Contains(" 0 broken", StringComparison.Ordinal))
        {
            _findings.Add(Wrong.Broken, $"hukou verify ended with {verified}: {output} {errors}");
        }

        foreach (var wrong in _promises.Wrong)
        {
            _findings.Add(Wrong.Answered, wrong);
        }

        return new SoakOutcome
        {
            Seed = _settings.Seed,
            Interruptions = _interruptions,
            Cases = cases.Count,
            Acknowledged = _promises.Kept.Count,
            Entries = cases.Sum(stored => stored.Journal.Count),
            Settled = cases.Count(stored => stored.Status is "settled"),
            Grants = books.Count,
            Requests = books.Sum(grant => grant.Requested),
            UntilReady = _untilReady,
            Findings = _findings,
        };
    }

    // Whoever has begun deals with the service to the end: each call that got no answer is made again.
    private Task LoadAsync(ServiceCaller caller, CancellationToken enough, CancellationToken cancellationToken)
    {
        var people = 0;
        var seed = _chance.Next(int.MaxValue - 100_000);
        return Task.WhenAll(Enumerable.Range(0, _settings.AtOnce).Select(_ => Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    var person = Interlocked.Increment(ref people);
                    await new SettlerLife(caller, _promises, person, Today, seed + person, cancellationToken).LiveAsync();
                }
            },
            cancellationToken)));
    }

    private async Task InterruptAsync(ServiceCaller caller, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; _interruptions < _settings.Interruptions || Stopwatch.GetElapsedTime(began) < _settings.Least; round++)
        {
            await ReadTimeAsync(caller, cancellationToken);
            await Task.Delay(_chance.Next(100, 900), cancellationToken);
            if (round % 2 == 1)
            {
                await _promises.NextAsync().WaitAsync(Patience, cancellationToken);
            }

            await EndAsync();
            var again = Stopwatch.GetTimestamp();
            for (var starts = _settings.Gracefully ? 0 : round == 1 ? 2 : _chance.Next(-2, 3); starts > 0 && _interruptions < _settings.Interruptions; starts--)
            {
                await KillWhileStartingAsync(_untilReady.Count == 0 ? TimeSpan.FromSeconds(1) : _untilReady[^1], cancellationToken);
                again = Stopwatch.GetTimestamp();
            }

            _process = await Hukou.ServeAsync(_serve);
            await ReadTimeAsync(caller, cancellationToken);
            _untilReady.Add(Stopwatch.GetElapsedTime(again));
            _progress(new SoakProgress(_interruptions, _promises.Applications, _promises.Kept.Count));
        }
    }

    private async Task EndAsync()
    {
        if (!_settings.Gracefully)
        {
            await _process!.KillAsync();
        }
        else if (await _process!.StopAsync() is not 0 and var code)
        {
            _findings.Add(Wrong.Answered, $"Asked to stop, the process ended with {code}. {_process.Errors}");
        }

        await _process.DisposeAsync();
        _interruptions++;
    }

    private async Task KillWhileStartingAsync(TimeSpan start, CancellationToken cancellationToken)
    {
        await using var process = Hukou.Start(_serve);
        await Task.Delay(start * _chance.NextDouble(), cancellationToken);
        await process.KillAsync();
        _interruptions++;
    }

    private async Task ReadTimeAsync(ServiceCaller caller, CancellationToken cancellationToken)
    {
        var answer = await caller.GetAsync(null, "api/statistics", cancellationToken);
        _now = answer.Status == HttpStatusCode.OK
            ? InstantPattern.ExtendedIso.Parse(answer.Body.GetProperty("asOf").GetString()!).Value
            : throw new InvalidOperationException($"The statistics were answered {answer}.");
    }

    // Until nothing is to be done any more; whatever is not by then is found stuck.
    private async Task SettleAsync(ServiceCaller caller, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (CasesFile.NextWake(_folder.CasesFile) is not null && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(Look, cancellationToken);
        }

        await ReadTimeAsync(caller, cancellationToken);
    }
}
