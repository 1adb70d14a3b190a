using System.Threading.Channels;
using HukouWorkflow.Http.Hosting;

namespace HukouWorkflow.Local.Reloading;

/// <summary>
/// Looks at the policy folder every few seconds, sooner where the file system hints at a change, and lays before the desk
/// what has come to rest in it: files saved one after another are not read half-way.
/// </summary>
/// <param name="folder">The policy folder.</param>
/// <param name="desk">Judges what lies there.</param>
/// <param name="time">The time to look by. Real time: lapsed time would have it look without pause.</param>
/// <param name="logger">Hears of what goes wrong.</param>
internal sealed partial class PolicyWatch(string folder, PolicyDesk desk, TimeProvider time, ILogger<PolicyWatch> logger) : BackgroundService
{
    /// <summary>How often it looks, unless hinted at.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long the files must stay as they are.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    private readonly Channel<bool> _hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything is served by them.
        desk.Open();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the service does not wait for what is begun here.
        await Task.Yield();
        using var watcher = WatchOrNull();
        desk.BeginReckoning(stoppingToken);
        var judged = desk.Digest;
        try
        {
            while (true)
            {
                await PauseAsync(stoppingToken);
                var seen = PolicyFolders.Take(folder).Digest;
                if (!string.Equals(seen, judged, StringComparison.Ordinal))
                {
                    judged = await JudgeAsync(seen, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
        finally
        {
            await desk.EndReckoningAsync();
        }
    }

    /// <returns>The digest of what was judged.</returns>
    private async Task<string> JudgeAsync(string seen, CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Rest, time, stoppingToken);
            var files = PolicyFolders.Take(folder);
            if (!string.Equals(files.Digest, seen, StringComparison.Ordinal))
            {
                seen = files.Digest;
                continue;
            }

            try
            {
                await desk.ConsiderAsync(files, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was: no pack takes the service down, and the next change is looked at again.
                LogFault(fault);
                desk.Refuse([new("policies", 1, "fault", $"The packs could not be judged ({fault.GetType().Name}; the log has more). Take back the last change.")]);
            }

            return seen;
        }
    }

    private async Task PauseAsync(CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(Task.Delay(Pause, time, over.Token), _hints.Reader.ReadAsync(over.Token).AsTask());
        await over.CancelAsync();
        // Hints come by the dozen when a set of files is saved: one look answers all.
        await Task.Delay(Rest, time, stoppingToken);
    }

    // Only a hint: not every file system gives any, and a queue of them may overflow.
    private FileSystemWatcher? WatchOrNull()
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += Hint;
            watcher.Created += Hint;
            watcher.Deleted += Hint;
            watcher.Renamed += Hint;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception refused) when (refused is IOException or ArgumentException or UnauthorizedAccessException)
        {
            LogBlind(Pause.TotalSeconds, refused.Message);
            return null;
        }
    }

    private void Hint(object sender, FileSystemEventArgs change) => _hints.Writer.TryWrite(true);

    [LoggerMessage(Level = LogLevel.Error, Message = "The policy packs could not be judged; those before stay in force")]
    private partial void LogFault(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The file system does not tell of changes in the policy folder ({Why}); it is looked at every {Seconds} s")]
    private partial void LogBlind(double seconds, string why);
}
