using System.Globalization;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Sqlite;
using Microsoft.Data.Sqlite;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>
/// A new data file, written by the store's own writer in the order of arrival, so that every page comes to be filled as the
/// service would have filled it. Only the care for power cuts is left out: no log and no flush until the end.
/// </summary>
internal sealed class SeedFile : IDisposable
{
    private readonly DataFolder _folder;
    private readonly SqliteConnection _connection;
    private readonly CaseWriter _writer;

    private SeedFile(DataFolder folder, SqliteConnection connection)
    {
        (_folder, _connection) = (folder, connection);
        _writer = new CaseWriter(connection, new AnswerPeriods(TimeProvider.System, newest: 0));
        _writer.Begin();
    }

    /// <summary>Creates the file.</summary>
    public static SeedFile Create(string folder)
    {
        var taken = DataFolder.Take(folder);
        try
        {
            var connection = taken.ConnectWriter();
            // The indexes stay in memory: their keys arrive in no order, and each would else be a page written.
            Run(connection, "PRAGMA journal_mode = OFF");
            Run(connection, "PRAGMA synchronous = OFF");
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024 / 5}"));
            return new SeedFile(taken, connection);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Writes some cases.</summary>
    /// <exception cref="BenchException">A case was not taken.</exception>
    public void Write(IReadOnlyList<PendingAppend> appends)
    {
        foreach (var append in appends)
        {
            if (_writer.Write(append) is not AppendResult.Appended)
            {
                throw new BenchException($"Case {append.Append.State.Id} could not be seeded: the person or the id is there already.");
            }
        }
    }

    /// <summary>Leaves the file as a stopped service does, on the disk.</summary>
    public void Finish()
    {
        _writer.Commit();
        Run(_connection, "PRAGMA synchronous = FULL");
        Run(_connection, "PRAGMA journal_mode = WAL");
        using var file = File.OpenHandle(_folder.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _connection.Dispose();
        _folder.Dispose();
    }

    private static void Run(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}
