namespace HukouWorkflow.Bench.Hosting;

/// <summary><c>hukou agencies</c> in a process of its own.</summary>
internal sealed class RunningAgencies : IAsyncDisposable
{
    private const string Serve = "hukou agencies serve at ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private RunningAgencies(ChildProcess process, Uri address) => (Process, Address) = (process, address);

    /// <summary>Their process.</summary>
    public ChildProcess Process { get; }

    /// <summary>Where they listen.</summary>
    public Uri Address { get; }

    /// <summary>Starts them on a free port.</summary>
    public static async Task<RunningAgencies> StartAsync(CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(Programs.Hukou(["agencies", "--urls", "http://127.0.0.1:0"]));
        try
        {
            var line = await process.ReadLineAsync(text => text.StartsWith(Serve, StringComparison.Ordinal), Patience, cancellationToken);
            return new RunningAgencies(process, new Uri(line[Serve.Length..]));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
