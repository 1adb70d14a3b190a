using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Sqlite;

/// <summary>An append on its way to the writer, with everything worked out that its caller's thread can work out.</summary>
internal sealed class PendingAppend : PendingWrite<AppendResult>
{
    /// <exception cref="ArgumentException">The append contradicts itself.</exception>
    public PendingAppend(CaseAppend append, CancellationToken cancellationToken)
        : base(cancellationToken)
    {
        var state = append.State;
        CaseAppend.ThrowIfContradictory(append);
        if (state.Version > Schema.MaxVersion)
        {
            throw new ArgumentException($"A case's version goes from 1 to {Schema.MaxVersion}.", nameof(append));
        }

        Append = append;
        Id = Column.Of(state.Id);
        Payloads = [.. append.Events.Select(EventJson.Write)];
        District = state.Facts is null ? default : state.ResponsibleDistrict();
    }

    public CaseAppend Append { get; }

    public byte[] Id { get; }

    public byte[][] Payloads { get; }

    public DivisionCode District { get; }

    protected override AppendResult WriteBy(CaseWriter writer) => writer.Write(this);
}
