using System.Runtime.CompilerServices;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Sqlite;

/// <summary>The cases of a data folder as a whole. Reading goes on beside a server; importing and mending take the folder for themselves.</summary>
public sealed class SqliteCaseArchive : ICaseArchive, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly StoredCaseReader _reader;
    private readonly StoredCaseWriter? _writer;
    private readonly DataFolder? _folder;

    private SqliteCaseArchive(SqliteConnection connection, DataFolder? folder, TimeProvider realTime)
    {
        _connection = connection;
        _folder = folder;
        _reader = new StoredCaseReader(connection);
        _writer = folder is null ? null : new StoredCaseWriter(connection, new AnswerPeriods(realTime, newest: 0));
    }

    private StoredCaseWriter Writer => _writer ?? throw new InvalidOperationException("This archive was opened to be read.");

    /// <summary>Opens a data folder to read it only, also while a server writes to it.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="DataFolderException">There is no data file, or it is not ours, newer than this build, or damaged.</exception>
    public static SqliteCaseArchive OpenToRead(string folder) =>
        Open(DataFolder.ConnectBeside(Path.GetFullPath(folder)), null, TimeProvider.System);

    /// <summary>Takes a data folder, and creates it where there is none.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="realTime">Real time, by which idempotent answers age.</param>
    /// <exception cref="DataFolderException">The folder cannot be written to, another process holds it, or its file is not ours, newer than this build, or damaged.</exception>
    public static SqliteCaseArchive OpenToWrite(string folder, TimeProvider realTime)
    {
        var taken = DataFolder.Take(Path.GetFullPath(folder));
        try
        {
            return Open(taken.ConnectWriter(), taken, realTime);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredCase> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CaseId? after = null;
        while (Guarded(() => _reader.ReadPage(after)) is { Count: > 0 } page)
        {
            foreach (var stored in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return stored;
            }

            after = page[^1].Id;
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public Task<ImportResult> ImportAsync(StoredCase imported, Effects effects, CancellationToken cancellationToken) =>
        Task.FromResult(Guarded(() => Writer.Import(imported, effects)));

    /// <inheritdoc/>
    public Task<bool> ReindexAsync(CaseState state, Effects effects, CancellationToken cancellationToken) =>
        Task.FromResult(Guarded(() => Writer.Reindex(state, effects)));

    /// <inheritdoc/>
    public Task<long> RemoveStrayAsync(CancellationToken cancellationToken) => Task.FromResult(Guarded(Writer.RemoveStray));

    /// <summary>Lets go of the folder.</summary>
    public void Dispose()
    {
        _reader.Dispose();
        _writer?.Dispose();
        _connection.Dispose();
        _folder?.Dispose();
    }

    private static SqliteCaseArchive Open(SqliteConnection connection, DataFolder? folder, TimeProvider realTime)
    {
        try
        {
            return new SqliteCaseArchive(connection, folder, realTime);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new DataFolderException($"{connection.DataSource} is damaged ({error.Message}). Restore it from a backup.", error);
        }
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw StoreFault.Of(error, _connection.DataSource);
        }
    }
}
