using Azure.Data.Tables;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using NodaTime;

namespace HukouWorkflow.Tables.Store;

/// <summary>What one append changes in a case's partition, and which rows of other tables then stand for the case.</summary>
/// <param name="Before">The case's row as read, or null where there was none.</param>
/// <param name="After">The row to put in its place.</param>
/// <param name="Rows">Entries, items and answers, in the order to write them.</param>
internal sealed record CaseChange(CaseRow? Before, CaseRow After, IReadOnlyList<TableTransactionAction> Rows)
{
    /// <summary>The wake to be written before, or null where the case's row for it stays, or none is needed.</summary>
    public WakeKey? NewWake => After.Wake != Before?.Wake ? After.Wake : null;

    /// <summary>The wake that is over after, or null.</summary>
    public WakeKey? OldWake => After.Wake != Before?.Wake ? Before?.Wake : null;

    /// <summary>The place in lists to be written before, or null where it stays.</summary>
    public IndexKey? NewIndex => After.Index != Before?.Index ? After.Index : null;

    /// <summary>The place in lists that is left after, or null.</summary>
    public IndexKey? OldIndex => After.Index != Before?.Index ? Before?.Index : null;

    /// <summary>Whether the case stays as it is, with the wake and the place in lists it has.</summary>
    public bool IsNothing => Rows.Count == 0 && NewWake is null && OldWake is null && NewIndex is null && OldIndex is null;

    /// <summary>Works out an append.</summary>
    /// <param name="append">The append.</param>
    /// <param name="payloads">Its events as they are stored.</param>
    /// <param name="before">The case's row, at the expected version.</param>
    public static CaseChange Of(CaseAppend append, byte[][] payloads, CaseRow? before)
    {
        var write = Guid.NewGuid().ToString("N");
        var head = (before?.Head ?? JournalHash.Seed).ToArray();
        var entries = payloads.Select((payload, index) =>
        {
            var version = append.ExpectedVersion + 1 + index;
            JournalHash.Next(head, version, append.At, payload, head);
            return new StoredEntry(version, append.At, payload, head.ToArray());
        }).ToList();

        var written = before?.Personal ?? 0;
        var items = append.Personal.Select((bytes, index) => new SealedItem(written + 1 + index, bytes));
        var person = append.State.IsClosed ? null : append.Person ?? before?.Person;
        var after = Place(append.State, append.NextWake, append.Due, before, write) with { Head = head, Personal = written + append.Personal.Count, Person = person };
        return new CaseChange(before, after, RowsOf(append.State.Id, entries, items, append.Answer is { } answer ? [answer] : [], TableTransactionActionType.Add, write));
    }

    /// <summary>Works out an import.</summary>
    public static CaseChange Of(StoredCase imported, CaseState state, Effects effects, IEnumerable<IdempotentAnswer> answers, CaseRow? before)
    {
        var write = Guid.NewGuid().ToString("N");
        var after = Place(state, effects.NextWake, effects.Due, before, write) with { Head = imported.Head, Personal = imported.Personal.Count, Person = imported.Person };
        return new CaseChange(before, after, RowsOf(imported.Id, imported.Journal, imported.Personal, answers, TableTransactionActionType.UpsertReplace, write));
    }

    /// <summary>A case's row with the places that follow from its state; what stays the same keeps its row.</summary>
    public static CaseRow Place(CaseState state, Instant? nextWake, LocalDate? due, CaseRow? before, string write)
    {
        if (state.Version == 0)
        {
            return before ?? new CaseRow { Id = state.Id, Version = 0 };
        }

        var since = Moment.Of(state.Since);
        var wake = nextWake is { } at ? new WakeKey(Moment.OfWake(at), state.Id, write) : null;
        var index = new IndexKey(state.ResponsibleDistrict(), state.Status, due, state.Id, write);
        return (before ?? new CaseRow { Id = state.Id, Version = 0 }) with
        {
            Version = state.Version,
            Status = state.Status,
            Since = since,
            District = index.District,
            Applicant = state.Application!.Applicant,
            Wake = wake is not null && wake.Milliseconds == before?.Wake?.Milliseconds ? before.Wake : wake,
            Index = before?.Index is { } place && index with { Write = place.Write } == place && since == before.Since ? place : index,
            Write = write,
        };
    }

    // Entries are put, not added: what an append that was not finished left behind is written over. Only an append's answer must be new.
    private static List<TableTransactionAction> RowsOf(
        CaseId id,
        IEnumerable<StoredEntry> entries,
        IEnumerable<SealedItem> items,
        IEnumerable<IdempotentAnswer> answers,
        TableTransactionActionType answered,
        string write) =>
    [
        .. entries.Select(entry => EntryRow.Of(id, entry, write))
            .Concat(items.Select(item => PersonalRow.Of(id, item)))
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
        .. answers.Select(answer => new TableTransactionAction(answered, AnswerRow.Of(id, answer, write))),
    ];
}
