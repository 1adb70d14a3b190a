using System.Collections.Concurrent;

namespace HukouWorkflow.Ordeals;

/// <summary>What callers were told and will hold the service to.</summary>
public sealed class Promises
{
    private readonly ConcurrentQueue<Promise> _kept = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _applications;
    private int _unclaimed;
    private int _unanswered;

    /// <summary>Everything acknowledged so far.</summary>
    public IReadOnlyCollection<Promise> Kept => _kept;

    /// <summary>Answers that should not have been given.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>Applications acknowledged.</summary>
    public int Applications => Volatile.Read(ref _applications);

    /// <summary>People without a key who never heard which case is theirs, though there is one.</summary>
    public int Unclaimed => Volatile.Read(ref _unclaimed);

    /// <summary>Applications without a key that nobody answered: each may have opened a case.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>Comes with the promise that makes them so many.</summary>
    public async Task ReachAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (_kept.Count >= count)
            {
                return;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Keeps one.</summary>
    public void Keep(Promise promise)
    {
        _kept.Enqueue(promise);
        if (promise.Event is "applicationReceived")
        {
            Interlocked.Increment(ref _applications);
        }

        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Notes that an application without a key was not answered so often.</summary>
    public void Unheard(int times) => Interlocked.Add(ref _unanswered, times);

    /// <summary>Notes that somebody without a key has a case and does not know which.</summary>
    public void Unclaim() => Interlocked.Increment(ref _unclaimed);

    /// <summary>Notes an answer that should not have been given.</summary>
    public void Complain(string wrong) => _wrong.Enqueue(wrong);
}
