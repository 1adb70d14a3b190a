using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>A process of ours. It is killed, if it still runs, when it is let go of.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(capacity: 1000) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Queue<string> _complaints = new();

    private ChildProcess(Process process) => _process = process;

    /// <summary>Its memory that is in RAM, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Whether it still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Its memory, by what it is.</summary>
    public ProcessMemory Memory => ProcessMemory.Of(_process.Id);

    /// <summary>The processor time it has used, of all cores together.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program of .NET.</summary>
    /// <param name="arguments">The arguments of <c>dotnet</c>.</param>
    /// <param name="environment">What is added to its environment.</param>
    public static ChildProcess Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.HearComplaint(line.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Writes a line to its standard input.</summary>
    public async Task TellAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for a line of its standard output. Lines before it are passed over.</summary>
    /// <exception cref="BenchException">It ended, or took too long; the message has what it complained of.</exception>
    public async Task<string> ReadLineAsync(Func<string, bool> isIt, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(deadline.Token))
            {
                if (isIt(line))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BenchException($"{Describe()} did not do what was waited for within {patience}. {Complaints}");
        }

        await _process.WaitForExitAsync(cancellationToken);
        throw new BenchException($"{Describe()} ended early. {Complaints}");
    }

    /// <summary>Kills it at once (SIGKILL), as a power cut would, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks it to stop (SIGTERM), and waits until it has.</summary>
    /// <exception cref="BenchException">It ended with an error, or does not end.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        await EndAsync(cancellationToken);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <exception cref="BenchException">It ended with an error, or does not end.</exception>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(LongestStop, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new BenchException($"{Describe()} should have ended and still runs after {LongestStop}. {Complaints}");
        }

        if (_process.ExitCode != 0)
        {
            throw new BenchException($"{Describe()} stopped with {_process.ExitCode.ToString(CultureInfo.InvariantCulture)}. {Complaints}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private string Complaints
    {
        get
        {
            lock (_complaints)
            {
                return string.Join(Environment.NewLine, _complaints);
            }
        }
    }

    private string Describe() => "dotnet " + string.Join(' ', _process.StartInfo.ArgumentList.Select(Path.GetFileName));

    private void Hear(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
        }
        else
        {
            _lines.Writer.TryWrite(line);
        }
    }

    private void HearComplaint(string? line)
    {
        const int Kept = 50;
        if (line is null)
        {
            return;
        }

        lock (_complaints)
        {
            _complaints.Enqueue(line);
            if (_complaints.Count > Kept)
            {
                _complaints.Dequeue();
            }
        }
    }
}
