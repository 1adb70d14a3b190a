using HukouWorkflow.Core.Calendar;
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
        if (append.ExpectedVersion < 0 || state.Version > Schema.MaxVersion)
        {
            throw new ArgumentException($"A case's version goes from 1 to {Schema.MaxVersion}, and counts the events appended.", nameof(append));
        }

        if (append.Person is not null && (append.ExpectedVersion > 0 || append.Events.Count == 0))
        {
            throw new ArgumentException("A person is reserved by the first append of a case, and by no other.", nameof(append));
        }

        if (state.Version == 0 ? append.Personal.Count > 0 : state.Facts is null)
        {
            throw new ArgumentException("A case begins with the application received.", nameof(append));
        }

        Append = append;
        _cancellationToken = cancellationToken;
        Id = Column.Of(state.Id);
        Payloads = [.. append.Events.Select(EventJson.Write)];
        District = state.Facts is null ? default : DistrictOf(state);
    }

    public CaseAppend Append { get; }

    public byte[] Id { get; }

    public byte[][] Payloads { get; }

    public DivisionCode District { get; }

    /// <summary>Completes when the batch is on the disk, or has failed.</summary>
    public Task<AppendResult> Outcome => _outcome.Task;

    /// <summary>The district a case is listed under: where the person lived on the day of the last entry.</summary>
    public static DivisionCode DistrictOf(CaseState state) => state.Facts!.DistrictOn(ChinaTime.DateOf(state.LastAt));

    /// <summary>Gives up an append whose caller left before the writer came to it; later it is too late.</summary>
    public bool TryAbandon() => _cancellationToken.IsCancellationRequested && _outcome.TrySetCanceled(_cancellationToken);

    public void Complete(AppendResult result) => _outcome.SetResult(result);

    public void Fail(Exception error) => _outcome.SetException(error);
}
