namespace HukouWorkflow.Sqlite;

/// <summary>Something on its way to the writer. The writer takes many at a time, and commits them together.</summary>
internal abstract class PendingWrite
{
    /// <summary>Gives up a write whose caller left before the writer came to it; later it is too late.</summary>
    public abstract bool TryAbandon();

    /// <summary>Writes inside the transaction of the batch. Its caller hears nothing before <see cref="Complete"/>.</summary>
    public abstract void Write(CaseWriter writer);

    /// <summary>Tells the caller what came of it: the batch is on the disk.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing of it was written.</summary>
    public abstract void Fail(Exception error);
}

/// <inheritdoc cref="PendingWrite"/>
/// <typeparam name="TResult">What its caller is told.</typeparam>
internal abstract class PendingWrite<TResult>(CancellationToken cancellationToken) : PendingWrite
{
    private readonly TaskCompletionSource<TResult> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? _result;

    /// <summary>Completes when the batch is on the disk, or has failed.</summary>
    public Task<TResult> Outcome => _outcome.Task;

    public sealed override bool TryAbandon() => cancellationToken.IsCancellationRequested && _outcome.TrySetCanceled(cancellationToken);

    public sealed override void Write(CaseWriter writer) => _result = WriteBy(writer);

    public sealed override void Complete() => _outcome.SetResult(_result!);

    public sealed override void Fail(Exception error) => _outcome.SetException(error);

    /// <summary>Writes, and says what to tell the caller.</summary>
    protected abstract TResult WriteBy(CaseWriter writer);
}
