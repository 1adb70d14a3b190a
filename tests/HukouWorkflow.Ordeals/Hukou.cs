using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace HukouWorkflow.Ordeals;

/// <summary>The real command in a process of its own, killed with the test.</summary>
public sealed class Hukou : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    // The demonstration takes half a minute by itself, and waits for people on a machine that is busy.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Hukou(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data, _output);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, _errors);
    }

    /// <summary>What it has printed so far.</summary>
    public string Output => Text(_output);

    /// <summary>What it has complained of so far.</summary>
    public string Errors => Text(_errors);

    /// <summary>The process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Where it serves.</summary>
    public Uri Address => _serving.Task.Result;

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var hukou = Start(arguments);
        var code = await hukou.WaitForExitAsync();
        return (code, hukou.Output, hukou.Errors);
    }

    /// <summary>Starts a server and waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It ends instead.</exception>
    /// <exception cref="TimeoutException">It does neither.</exception>
    public static async Task<Hukou> ServeAsync(params string[] arguments)
    {
        var hukou = Start(arguments);
        try
        {
            await hukou.ServingAsync();
            return hukou;
        }
        catch
        {
            await hukou.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It ends instead; the message has what it complained of.</exception>
    /// <exception cref="TimeoutException">It does neither.</exception>
    public Task ServingAsync() => _serving.Task.WaitAsync(Patience);

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Kills it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks it to stop (SIGTERM) and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
        return await WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>Starts a command, and does not wait for anything.</summary>
    public static Hukou Start(params string[] arguments) => StartWithin([], arguments);

    /// <summary>Starts a command by way of another one, which must become it (as nsenter does), so that it is this process that is killed.</summary>
    public static Hukou StartWithin(IReadOnlyList<string> within, string[] arguments)
    {
        string[] command = [.. within, "dotnet", Path.Combine(AppContext.BaseDirectory, "hukou.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["TieredPGO"] = "0";
        var hukou = new Hukou(new Process { StartInfo = start, EnableRaisingEvents = true });
        hukou._process.Exited += (_, _) => hukou._serving.TrySetException(new InvalidOperationException($"The process ended before it served. {hukou.Errors}"));
        hukou._process.Start();
        hukou._process.BeginOutputReadLine();
        hukou._process.BeginErrorReadLine();
        return hukou;
    }

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(LongestRun);
        return _process.ExitCode;
    }

    private void Hear(string? line, StringBuilder into)
    {
        const string Serving = "hukou serves at ";
        if (line is null)
        {
            return;
        }

        lock (into)
        {
            into.AppendLine(line);
        }

        if (line.StartsWith(Serving, StringComparison.Ordinal))
        {
            _serving.TrySetResult(new Uri(line[Serving.Length..]));
        }
    }

    private static string Text(StringBuilder from)
    {
        lock (from)
        {
            return from.ToString();
        }
    }
}
