using Azure;
using Azure.Data.Tables;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;

namespace HukouWorkflow.Tables.Store;

/// <summary>Reads a case's partition. Entries past what <see cref="CaseRow"/> counts are of an append that was not finished, and are not seen.</summary>
internal sealed class CaseReader(StorageTable cases)
{
    // Pages are not read at one moment: what looks broken is read again, and is broken only where nobody wrote between.
    private static readonly TimeSpan BeforeSecondLook = TimeSpan.FromMilliseconds(50);

    /// <summary>A case's own row, also that of version 0; null where there is none.</summary>
    /// <exception cref="CorruptJournalException">The row is damaged.</exception>
    public async Task<CaseRow?> FindRowAsync(CaseId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(id.ToString(), CaseRow.Key, cancellationToken) is { } row
            ? CaseRow.Read(id, row) ?? throw new CorruptJournalException(id, 1, JournalFault.CaseMissing)
            : null;

    public async Task<CaseRow?> FindAsync(CaseId id, CancellationToken cancellationToken) =>
        await FindRowAsync(id, cancellationToken) is { Version: > 0 } found ? found : null;

    public Task<CaseState?> LoadAsync(CaseId id, CancellationToken cancellationToken) =>
        ReadAsync(id, EntryRow.Filter(id, 0, int.MaxValue), rows =>
        {
            if (rows.Counted(id) is not { } version)
            {
                return (null, null);
            }

            var chain = new JournalChain(id);
            BrokenLink? broken = null;
            foreach (var entry in rows.Entries(1, version))
            {
                broken ??= chain.Add(entry.Version, entry.At, entry.Payload.Span, entry.Hash.Span);
            }

            broken ??= chain.End(version, rows.Case!.Head.Span);
            return (chain.State, broken);
        }, cancellationToken);

    public async Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(CaseId id, int after, int limit, CancellationToken cancellationToken) =>
        await ReadAsync<List<JournalEntry>>(id, EntryRow.Filter(id, after + 1L, (long)after + limit), rows =>
        {
            var entries = new List<JournalEntry>();
            var last = (int)Math.Min((long)after + limit, rows.Counted(id) ?? 0);
            foreach (var entry in rows.Entries(after + 1, last))
            {
                if (JournalChain.Read(entry.Payload.Span) is not { } happened)
                {
                    return (null, new BrokenLink(entry.Version, JournalFault.EventUnreadable));
                }

                if (entry.Version != after + 1 + entries.Count)
                {
                    break;
                }

                entries.Add(new JournalEntry(entry.Version, entry.At, happened, entry.Hash));
            }

            return (entries, last > after + entries.Count ? new BrokenLink(after + 1 + entries.Count, JournalFault.EntryMissing) : null);
        }, cancellationToken) ?? [];

    public async Task<IReadOnlyList<SealedItem>> ReadPersonalAsync(CaseId id, CancellationToken cancellationToken) =>
        await ReadAsync<List<SealedItem>>(id, PersonalRow.Filter(id), rows =>
        {
            var counted = rows.Counted(id) is null ? 0 : rows.Case!.Personal;
            var items = rows.Personal(counted).ToList();
            var missing = Enumerable.Range(0, counted).FirstOrDefault(index => index >= items.Count || items[index].No != index + 1, -1);
            return (items, missing < 0 ? null : new BrokenLink(missing + 1, JournalFault.EntryMissing));
        }, cancellationToken) ?? [];

    /// <summary>The answer that a case keeps under a key, and the append that wrote it; null where it keeps none.</summary>
    public async Task<(IdempotentAnswer Answer, string? Write)?> FindAnswerAsync(CaseId id, ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        await cases.FindAsync(id.ToString(), AnswerRow.Key(key), cancellationToken) is { } row && AnswerRow.Read(id, row) is { } answer
            ? (answer, Column.Text(row, AnswerRow.Write))
            : null;

    /// <summary>The append that wrote an entry.</summary>
    public async Task<string?> FindWriterAsync(CaseId id, int version, CancellationToken cancellationToken) =>
        await cases.FindAsync(id.ToString(), EntryRow.Key(version), cancellationToken) is { } row ? Column.Text(row, EntryRow.Write) : null;

    /// <summary>All of a case as it lies there, damaged or not; null where there is none.</summary>
    public Task<StoredCase?> ReadStoredAsync(CaseId id, CancellationToken cancellationToken) =>
        ReadAsync(id, $"PartitionKey eq '{id}'", rows =>
        {
            if (rows is { Row: not null, Case.Version: 0 } or { Row: null, IsEmpty: true })
            {
                return (null, null);
            }

            var stored = new StoredCase
            {
                Id = id,
                Version = rows.Case?.Version ?? 0,
                Head = rows.Case?.Head ?? JournalHash.Seed,
                Person = rows.Case?.Person,
                Journal = [.. rows.Entries(0, rows.Case?.Version ?? int.MaxValue)],
                Personal = [.. rows.Personal(rows.Case?.Personal ?? int.MaxValue)],
                Answers = [.. rows.Answers(id)],
            };
            stored.Fold(out var broken);
            return (stored, broken);
        }, cancellationToken, givesBroken: true);

    private async Task<T?> ReadAsync<T>(
        CaseId id,
        string filter,
        Func<PartitionRows, (T? Result, BrokenLink? Broken)> read,
        CancellationToken cancellationToken,
        bool givesBroken = false)
    {
        ETag? seen = null;
        while (true)
        {
            var rows = await PartitionRows.ReadAsync(id, cases.QueryAsync(filter, StorageTable.MostRows, select: null, cancellationToken));
            var (result, broken) = read(rows);
            var tag = rows.Row?.ETag ?? default;
            if (broken is not { } link || (givesBroken && seen == tag))
            {
                return result;
            }

            if (seen == tag)
            {
                throw new CorruptJournalException(id, link.Version, link.Fault);
            }

            seen = tag;
            await Task.Delay(BeforeSecondLook, cancellationToken);
        }
    }

    /// <summary>The rows of one reading.</summary>
    private sealed class PartitionRows
    {
        private readonly List<TableEntity> _rows = [];

        public TableEntity? Row { get; private set; }

        public CaseRow? Case { get; private set; }

        public bool IsEmpty => _rows.Count == 0;

        public static async Task<PartitionRows> ReadAsync(CaseId id, IAsyncEnumerable<TableEntity> query)
        {
            var read = new PartitionRows();
            await foreach (var row in query)
            {
                if (string.Equals(row.RowKey, CaseRow.Key, StringComparison.Ordinal))
                {
                    read.Row = row;
                    read.Case = CaseRow.Read(id, row);
                }
                else
                {
                    read._rows.Add(row);
                }
            }

            return read;
        }

        /// <summary>How many entries count, or null where there is no case.</summary>
        public int? Counted(CaseId id) =>
            Case is { } found ? found.Version == 0 ? null : found.Version
            : Row is null && IsEmpty ? null
            : throw new CorruptJournalException(id, 1, JournalFault.CaseMissing);

        public IEnumerable<StoredEntry> Entries(int first, int last) =>
            _rows.Where(EntryRow.Is).Select(EntryRow.Read).Where(entry => entry.Version >= first && entry.Version <= last);

        public IEnumerable<SealedItem> Personal(int counted) => _rows.Where(PersonalRow.Is).Select(PersonalRow.Read).Where(item => item.No <= counted);

        public IEnumerable<IdempotentAnswer> Answers(CaseId id) =>
            _rows.Where(AnswerRow.Is).Select(row => AnswerRow.Read(id, row)).OfType<IdempotentAnswer>();
    }
}
