using System.Diagnostics;
using System.Globalization;
using System.Net;
using HukouWorkflow.Agencies.Simulation;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Ordeals;

/// <summary>A data folder, the process that serves it in lapsed time, and what people were promised by it.</summary>
public sealed class ServedFolder : IAsyncDisposable
{
    /// <summary>The day on which its time begins.</summary>
    public static readonly LocalDate Start = new(2021, 10, 8);

    // Five years at the slowest pace used, on a machine busy with other things.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly string _data;
    private readonly AgencySimulator _agencies;
    private readonly IReadOnlyList<string> _within;
    private readonly string[] _serve;
    private readonly CancellationTokenSource _gone = new();
    private Hukou? _process;
    private ServiceCaller? _caller;

    /// <summary>A folder nobody serves yet.</summary>
    /// <param name="data">The data folder, as the process sees it.</param>
    /// <param name="agencies">The agencies, which outlive the process.</param>
    /// <param name="daysASecond">Service days in a real second.</param>
    /// <param name="within">A command to run the process by, or nothing.</param>
    public ServedFolder(string data, AgencySimulator agencies, int daysASecond, params IReadOnlyList<string> within)
    {
        _data = data;
        _agencies = agencies;
        _within = within;
        _serve =
        [
            "serve", "--data", data, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Hukou.FreePort()}"),
            "--agencies", agencies.BaseAddress.AbsoluteUri,
            "--time-lapse", string.Create(CultureInfo.InvariantCulture, $"{daysASecond}d"), "--start", People.Text(Start),
        ];
        Seen = data;
    }

    /// <summary>The data folder as seen from here.</summary>
    public string Seen { get; init; }

    /// <summary>What callers were told.</summary>
    public Promises Promises { get; init; } = new();

    /// <summary>What was found wrong.</summary>
    public Findings Findings { get; init; } = new();

    /// <summary>The service's time when it was last asked.</summary>
    public Instant Now { get; private set; } = Instant.MinValue;

    /// <summary>Those who call it, once it has served.</summary>
    public ServiceCaller Caller => _caller ?? throw new InvalidOperationException("It has not served yet.");

    /// <summary>The process that serves, or served last.</summary>
    public Hukou Process => _process ?? throw new InvalidOperationException("It has not served yet.");

    /// <summary>The data file as seen from here.</summary>
    public string File => Path.Combine(Seen, "cases.db");

    /// <summary>Starts a process, and does not wait for it.</summary>
    public Hukou Begin() => Hukou.StartWithin(_within, _serve);

    /// <summary>Starts the process and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ends instead.</exception>
    /// <exception cref="TimeoutException">It does neither.</exception>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
        _process = Begin();
        await _process.ServingAsync();
        _caller ??= new ServiceCaller(_process.Address, Seen);
        await ReadTimeAsync(cancellationToken);
    }

    /// <summary>Kills it at once, as a power cut would.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <summary>Asks it to stop, which it must do without complaint.</summary>
    public async Task StopAsync()
    {
        var code = await Process.StopAsync();
        if (code != 0)
        {
            Findings.Add(Wrong.Answered, $"Asked to stop, the process ended with {code}. {Process.Errors}");
        }
    }

    /// <summary>Asks what time it is there.</summary>
    public async Task ReadTimeAsync(CancellationToken cancellationToken)
    {
        var answer = await Caller.GetAsync(null, "api/statistics", cancellationToken);
        Now = answer.Status == HttpStatusCode.OK
            ? InstantPattern.ExtendedIso.Parse(answer.Body.GetProperty("asOf").GetString()!).Value
            : throw new InvalidOperationException($"The statistics were answered {answer}.");
    }

    /// <summary>Lets people deal with the service until it is enough. Whoever has begun does so to the end: each call that got no answer is made again.</summary>
    public Task LoadAsync(int atOnce, int seed, int firstPerson, CancellationToken enough)
    {
        var people = firstPerson;
        return Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                {
                    var person = Interlocked.Increment(ref people);
                    await new SettlerLife(Caller, Promises, person, Now.InUtc().Date, seed + person, _gone.Token).LiveAsync();
                }
            },
            CancellationToken.None)));
    }

    /// <summary>Waits until nothing is to be done any more. Whatever is not by then is found stuck later.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (CasesFile.NextWake(File) is not null && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(Look, cancellationToken);
        }
    }

    /// <summary>Settles, and proves by the API, the data file, <c>hukou verify</c> and the agencies' books that every promise was kept, once. The process is stopped.</summary>
    /// <returns>The cases, and what the agencies granted them.</returns>
    public async Task<(IReadOnlyList<StoredCase> Cases, IReadOnlyList<GrantInBooks> Books)> ProveAsync(CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        var proof = new Proof(Promises, Findings);
        await proof.AskAsync(Caller, cancellationToken);
        await ReadTimeAsync(cancellationToken);
        var (verified, output, errors) = await Hukou.RunAsync("verify", "--data", Seen);
        var cases = CasesFile.Read(File);
        if (verified != 0 || !output.Contains(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} cases, "), StringComparison.Ordinal) || !output.Contains(" 0 broken", StringComparison.Ordinal))
        {
            Findings.Add(Wrong.Broken, $"hukou verify ended with {verified}: {output} {errors}");
        }

        var books = await AgencyBooks.GrantedAsync(_agencies, cancellationToken);
        proof.Read(cases, Now.ToUnixTimeMilliseconds());
        proof.Audit(cases, books);
        await StopAsync();
        foreach (var wrong in Promises.Wrong)
        {
            Findings.Add(Wrong.Answered, wrong);
        }

        return (cases, books);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Nobody waits any longer for a service that will not come back.
        await _gone.CancelAsync();
        _gone.Dispose();
        _caller?.Dispose();
        await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
