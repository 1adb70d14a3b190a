using System.Text.Json;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Succession;
using HukouWorkflow.Http.Hosting;
using HukouWorkflow.Local.Hosting;

namespace HukouWorkflow.Local.Reloading;

/// <summary>
/// Judges the policy files that come to lie in the folder. What loads and is nowhere stricter is put in force, kept in the
/// data folder, and every open case is reckoned by it; anything else is refused, and what was in force stays.
/// </summary>
/// <param name="started">The files the service was started with; their book is on the shelf.</param>
/// <param name="place">Where cases are and the copy is kept.</param>
/// <param name="shelf">Where the book in force is put.</param>
/// <param name="clock">Says what day it is.</param>
/// <param name="meter">Counts.</param>
/// <param name="logger">Hears of every change.</param>
internal sealed partial class PolicyDesk(
    PolicyFiles started,
    ReckonedFolder? place,
    PolicyShelf shelf,
    ServiceClock clock,
    PolicyMeter meter,
    ILogger<PolicyDesk> logger) : IAsyncDisposable
{
    // In real time, as are all waits after a fault.
    private static readonly TimeSpan UntilStoreReturns = TimeSpan.FromSeconds(10);

    private PolicyFiles _inForce = started;
    private IReadOnlyList<PackProblem> _problems = [];

    // The packs by which open cases are yet to be reckoned; null for every pack.
    private HashSet<string>? _owed = [];
    private CancellationTokenSource _walk = new();
    private Task _walking = Task.CompletedTask;

    /// <summary>Tells the files in force from any others.</summary>
    public string Digest => _inForce.Digest;

    /// <summary>Why what lies in the folder is not in force; empty where it is.</summary>
    public IReadOnlyList<PackProblem> Problems => Volatile.Read(ref _problems);

    /// <summary>Compares what the service is started with to what it served by before.</summary>
    /// <exception cref="StartupException">It is stricter, so that people would wait longer than they were told.</exception>
    /// <exception cref="IOException">The data folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The data folder must not be written to.</exception>
    public void Open()
    {
        if (place is null)
        {
            LogNoWalk();
            return;
        }

        var copy = ReadCopy(place.Folder);
        if (copy is not null)
        {
            RefuseStricter(copy);
        }

        _owed = copy?.Reckoned is not { } reckoned ? null
            : string.Equals(reckoned, Digest, StringComparison.Ordinal) ? []
            : string.Equals(reckoned, copy.Digest, StringComparison.Ordinal) ? [.. ChangedPacks.Between(copy.Files, _inForce.Files)]
            : null;
        Keep(copy?.Reckoned);
    }

    /// <summary>Begins to reckon what is owed, in the background.</summary>
    public void BeginReckoning(CancellationToken stoppingToken)
    {
        _walk.Dispose();
        _walk = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _walking = place is null ? Task.CompletedTask : ReckonAsync(place, _walk.Token);
    }

    /// <summary>Judges files, and puts them in force or refuses them.</summary>
    /// <exception cref="OperationCanceledException">The service is stopping.</exception>
    public async Task ConsiderAsync(PolicyFiles files, CancellationToken stoppingToken)
    {
        if (string.Equals(files.Digest, Digest, StringComparison.Ordinal))
        {
            Volatile.Write(ref _problems, []);
            meter.Mended();
            LogMended();
            return;
        }

        var reading = files.Read();
        var problems = reading.Book is { } after ? Retroactivity.Check(shelf.Current, after, clock.Today) : reading.Problems;
        if (problems.Count > 0)
        {
            Refuse(problems);
            return;
        }

        // No walk by the old book may end after this: it would write down that all is reckoned.
        await EndReckoningAsync();
        stoppingToken.ThrowIfCancellationRequested();
        Accept(files, reading.Book!);
        BeginReckoning(stoppingToken);
    }

    /// <summary>Leaves in force what was, and says why.</summary>
    public void Refuse(IReadOnlyList<PackProblem> problems)
    {
        Volatile.Write(ref _problems, problems);
        meter.Refused();
        foreach (var problem in problems)
        {
            LogRefused(problem.File, problem.Line, problem.Rule, problem.Message);
        }
    }

    /// <summary>Ends the walk under way, if any. What is owed stays owed.</summary>
    public async Task EndReckoningAsync()
    {
        // Also asked for after the desk is gone: where a start is refused, the watch ends last.
        if (!_walking.IsCompleted)
        {
            await _walk.CancelAsync();
        }

        await _walking;
    }

    public async ValueTask DisposeAsync()
    {
        await EndReckoningAsync();
        _walk.Dispose();
    }

    private void Accept(PolicyFiles files, PolicyBook book)
    {
        var changed = ChangedPacks.Between(_inForce.Files, files.Files);
        var before = _inForce;
        _inForce = files;
        try
        {
            // On the disk before it is in force: a start after a crash compares with what people were told.
            Keep(_owed is { Count: 0 } ? before.Digest : null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _inForce = before;
            Refuse([new(PolicyCopy.FileIn(place!.Folder), 1, "copy", $"The copy of the packs cannot be written ({refused.Message}). Make room or mend the rights, then save any pack again.")]);
            return;
        }

        _owed?.UnionWith(changed);
        shelf.Replace(book);
        Volatile.Write(ref _problems, []);
        meter.Loaded();
        LogAccepted(changed);
    }

    private void Keep(string? reckoned)
    {
        if (place is not null)
        {
            new PolicyCopy(_inForce.Files, reckoned).Write(place.Folder);
        }
    }

    private async Task ReckonAsync(ReckonedFolder folder, CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (_owed is not { Count: 0 } && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                await folder.Reevaluation.RunAsync(_owed, cancellationToken);
                _owed = [];
                Keep(Digest);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Whoever ended it begins it again.
            }
            catch (Exception fault)
            {
                LogInterrupted(fault, UntilStoreReturns.TotalSeconds);
                await Task.Delay(UntilStoreReturns, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private PolicyCopy? ReadCopy(string folder)
    {
        try
        {
            return PolicyCopy.Read(folder);
        }
        catch (JsonException)
        {
            LogUnreadableCopy(PolicyCopy.FileIn(folder));
            return null;
        }
    }

    private void RefuseStricter(PolicyCopy copy)
    {
        if (PolicyBook.Read(copy.Files).Book is not { } before)
        {
            LogUnreadableCopy(PolicyCopy.FileIn(place!.Folder));
            return;
        }

        if (Retroactivity.Check(before, shelf.Current, clock.Today) is { Count: > 0 } problems)
        {
            throw new StartupException(string.Join(
                Environment.NewLine,
                problems.Prepend<object>($"The policy packs are stricter than those served before (a copy is in {PolicyCopy.FileIn(place!.Folder)}):")));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Changed policy packs are in force: {Packs}")]
    private partial void LogAccepted(IEnumerable<string> packs);

    [LoggerMessage(Level = LogLevel.Information, Message = "The policy folder holds again what is in force")]
    private partial void LogMended();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The changed policy packs are refused, those before stay in force: {File}:{Line}: [{Rule}] {Problem}")]
    private partial void LogRefused(string file, int line, string rule, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} cannot be read by this release: whether the packs have become stricter since they were last served was not checked")]
    private partial void LogUnreadableCopy(string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cases in tables are not reckoned anew when packs change, only at their next wake; `hukou reindex` does it at once")]
    private partial void LogNoWalk();

    [LoggerMessage(Level = LogLevel.Error, Message = "The open cases could not all be reckoned anew; it begins again in {Seconds} s")]
    private partial void LogInterrupted(Exception exception, double seconds);
}
