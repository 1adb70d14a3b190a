using System.Diagnostics;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Keys;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>A service in a process of its own: the real one, or a baseline that differs from it in one thing.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    /// <summary>What a baseline prints before its address.</summary>
    public const string BaselineServes = "bench host serves at ";

    private const string HukouServes = "hukou serves at ";
    private const string AnyPort = "http://127.0.0.1:0";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(6);

    private readonly HttpClient _http;

    private RunningService(ChildProcess process, HttpClient http, string dataFolder) => (Process, _http, DataFolder) = (process, http, dataFolder);

    /// <summary>Its process.</summary>
    public ChildProcess Process { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>The folder of its cases and keys.</summary>
    public string DataFolder { get; }

    /// <summary>From the start of the process until <c>/health/ready</c> answered 200.</summary>
    public TimeSpan StartToReady { get; private init; }

    /// <summary>Starts <c>hukou serve</c> on a free port.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="agencies">Where the agencies are; null where none are asked.</param>
    /// <param name="more">Further arguments, such as <c>--time-lapse</c>.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static Task<RunningService> ServeAsync(string dataFolder, Uri? agencies, IReadOnlyList<string> more, CancellationToken cancellationToken) =>
        StartAsync(
            Programs.Hukou(["serve", "--urls", AnyPort, "--data", dataFolder, .. agencies is null ? Array.Empty<string>() : ["--agencies", agencies.AbsoluteUri], .. more]),
            HukouServes,
            dataFolder,
            cancellationToken);

    /// <summary>Starts a baseline on a free port, with the runtime settings of <c>hukou</c>.</summary>
    /// <param name="baseline">Which one.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="start">When its time begins, at the speed of real time; null for the machine's time.</param>
    public static Task<RunningService> BaselineAsync(Baseline baseline, string dataFolder, CancellationToken cancellationToken, Instant? start = null) =>
        StartAsync(
            Programs.BenchAsHukou(["host", baseline.ToString(), "--urls", AnyPort, "--data", dataFolder, .. start is { } begins ? ["--start", InstantPattern.General.Format(begins)] : Array.Empty<string>()]),
            BaselineServes,
            dataFolder,
            cancellationToken);

    /// <summary>What it measures of itself, as it stands.</summary>
    public async Task<ServiceMetrics> ReadMetricsAsync(CancellationToken cancellationToken) =>
        ServiceMetrics.Parse(await _http.GetStringAsync("metrics", cancellationToken));

    /// <summary>Tokens of several applicants, by the key in the data folder.</summary>
    public IReadOnlyList<string> IssueApplicantTokens(int count)
    {
        var tokens = new LocalTokens(DataKeys.Of(DataFolder).Secret(ServiceSecret.Token));
        var now = TimeProvider.System.GetUtcNow();
        return [.. Enumerable.Range(1, count).Select(account => tokens.Issue(new Caller($"bench-{account}", Role.Applicant, Array.Empty<DivisionCode>()), now, TokenLife))];
    }

    /// <summary>Stops it as its operator would, and waits until it has.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Process.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Process.DisposeAsync();
    }

    private static async Task<RunningService> StartAsync(IReadOnlyList<string> program, string serves, string dataFolder, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var process = ChildProcess.Start(program);
        try
        {
            var line = await process.ReadLineAsync(text => text.StartsWith(serves, StringComparison.Ordinal), Patience, cancellationToken);
            var http = new HttpClient { BaseAddress = new Uri(line[serves.Length..]) };
            await WaitUntilReadyAsync(http, cancellationToken);
            return new RunningService(process, http, dataFolder) { StartToReady = Stopwatch.GetElapsedTime(began) };
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private static async Task WaitUntilReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            using var answer = await http.GetAsync("health/ready", cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new BenchException($"The service at {http.BaseAddress} does not become ready: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }
}
