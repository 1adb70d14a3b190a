namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>
/// Where an orchestrator's code runs: on the thread that delivers its history and nowhere else, as in the worker. Code that
/// comes back from another thread has waited for something that is not in the history.
/// </summary>
internal sealed class OrchestratorThread(Action strayed) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _continuations = [];
    private int _thread;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Volatile.Read(ref _thread) != Environment.CurrentManagedThreadId)
        {
            strayed();
            return;
        }

        _continuations.Enqueue((d, state));
    }

    /// <summary>Runs code here, and everything that it lets go on.</summary>
    public void Run(Action code)
    {
        var outside = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        try
        {
            code();
            while (_continuations.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            Volatile.Write(ref _thread, 0);
            SetSynchronizationContext(outside);
        }
    }
}
