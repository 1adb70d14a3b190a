using System.Globalization;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Ports;

/// <summary>A case's journal does not hold together; <c>hukou verify</c> names every such case.</summary>
public sealed class CorruptJournalException : Exception
{
    /// <summary>Names the first broken link.</summary>
    /// <param name="id">The case.</param>
    /// <param name="version">The version of the first entry that does not hold.</param>
    /// <param name="fault">What does not hold: a code, no content.</param>
    public CorruptJournalException(CaseId id, int version, string fault)
        : base(string.Create(CultureInfo.InvariantCulture, $"The journal of case {id} is broken at entry {version}: {fault}. Run `hukou verify`, and restore the case from a backup."))
    {
        Id = id;
        Version = version;
        Fault = fault;
    }

    /// <summary>The case.</summary>
    public CaseId Id { get; }

    /// <summary>The version of the first entry that does not hold.</summary>
    public int Version { get; }

    /// <summary>What does not hold.</summary>
    public string Fault { get; }
}
