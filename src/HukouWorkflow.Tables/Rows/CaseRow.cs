using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Tables.Rows;

/// <summary>
/// The row <c>state</c> of a case: what is searched for, how far the journal counts, and by its tag the guard of every
/// append. At version 0 there is no case, only the guard of one that was being begun.
/// </summary>
internal sealed record CaseRow
{
    /// <summary>Its row key, after those of everything else in the partition.</summary>
    public const string Key = "state";

    public required CaseId Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The tag it was read with.</summary>
    public ETag Tag { get; init; }

    public CaseStatus Status { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long Since { get; init; }

    public DivisionCode District { get; init; }

    public PersonKey Applicant { get; init; }

    /// <summary>Whose only open case this is; null where it is closed.</summary>
    public PersonKey? Person { get; init; }

    public ReadOnlyMemory<byte> Head { get; init; } = JournalHash.Seed;

    /// <summary>How many items of personal data count.</summary>
    public int Personal { get; init; }

    /// <summary>Its row in <c>Wakes</c>, or null.</summary>
    public WakeKey? Wake { get; init; }

    /// <summary>Its row in <c>CaseIndex</c>; null at version 0.</summary>
    public IndexKey? Index { get; init; }

    /// <summary>The append that wrote it; empty at version 0.</summary>
    public string Write { get; init; } = "";

    /// <summary>Whether it holds a person: the reservation in <c>People</c> counts only while it does.</summary>
    public bool Holds(PersonKey person) => Version > 0 && Person == person;

    /// <summary>Reads the row, or null where it is damaged.</summary>
    public static CaseRow? Read(CaseId id, TableEntity row)
    {
        if (Column.Int(row, nameof(Version)) is not { } version || version < 0)
        {
            return null;
        }

        if (version == 0)
        {
            return new CaseRow { Id = id, Version = 0, Tag = row.ETag };
        }

        var wake = Column.Text(row, nameof(Wake));
        return StatusName.TryParse(Column.Text(row, nameof(Status)), out var status)
            && Column.Int(row, nameof(District)) is { } district
            && Column.Long(row, nameof(Since)) is { } since
            && Column.Text(row, nameof(Applicant)) is { } applicant
            && Column.Bytes(row, nameof(Head)) is { Length: JournalHash.Length } head
            && Column.Int(row, nameof(Personal)) is { } personal
            && Column.Text(row, nameof(Write)) is { } write
            && IndexKey.TryParse(IndexKey.PartitionOf(new DivisionCode(district), status), Column.Text(row, nameof(Index)), out var index)
            && (WakeKey.TryParse(wake, out var wakeKey) || wake is null)
            ? new CaseRow
            {
                Id = id,
                Version = version,
                Tag = row.ETag,
                Status = status,
                Since = since,
                District = new DivisionCode(district),
                Applicant = new PersonKey(applicant),
                Person = Column.Text(row, nameof(Person)) is { } person ? new PersonKey(person) : null,
                Head = head,
                Personal = personal,
                Wake = wakeKey,
                Index = index,
                Write = write,
            }
            : null;
    }

    /// <summary>The row to write.</summary>
    public TableEntity ToEntity()
    {
        var row = new TableEntity(Id.ToString(), Key) { [nameof(Version)] = Version };
        if (Version == 0)
        {
            return row;
        }

        row[nameof(Status)] = StatusName.Of(Status);
        row[nameof(Since)] = Since;
        row[nameof(District)] = District.Value;
        row[nameof(Applicant)] = Applicant.Hex;
        row[nameof(Head)] = Head.ToArray();
        row[nameof(Personal)] = Personal;
        row[nameof(Index)] = Index!.Row;
        row[nameof(Write)] = Write;
        if (Person is { } person)
        {
            row[nameof(Person)] = person.Hex;
        }

        if (Wake is { } wake)
        {
            row[nameof(Wake)] = wake.Row;
        }

        return row;
    }
}
