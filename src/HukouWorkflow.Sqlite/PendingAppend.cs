using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Sqlite;

/// <summary>An append on its way to the writer, with everything worked out that its caller's thread can work out.</summary>
internal sealed class PendingAppend
{
    private readonly TaskCompletionSource<AppendResult> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancellationToken;

    /// <exception cref="ArgumentException">The append contradicts itself.</exception>
    public PendingAppend(CaseAppend append, CancellationToken cancellationToken)
    {
        var state = append.State;
        CaseAppend.ThrowIfContradictory(append);
        if (state.Version > Schema.MaxVersion)
        {
            throw new ArgumentException($"A case's version goes from 1 to {Schema.MaxVersion}.", nameof(append));
        }

        Append = append;
        _cancellationToken = cancellationToken;
        Id = Column.Of(state.Id);
        Payloads = [.. append.Events.Select(EventJson.Write)];
        District = state.Facts is null ? default : state.ResponsibleDistrict();
    }

    public CaseAppend Append { get; }

    public byte[] Id { get; }

    public byte[][] Payloads { get; }

    public DivisionCode District { get; }

    /// <summary>Completes when the batch is on the disk, or has failed.</summary>
    public Task<AppendResult> Outcome => _outcome.Task;

    /// <summary>Gives up an append whose caller left before the writer came to it; later it is too late.</summary>
    public bool TryAbandon() => _cancellationToken.IsCancellationRequested && _outcome.TrySetCanceled(_cancellationToken);

    public void Complete(AppendResult result) => _outcome.SetResult(result);

    public void Fail(Exception error) => _outcome.SetException(error);
}
