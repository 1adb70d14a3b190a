using System.Buffers.Binary;
using HukouWorkflow.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace HukouWorkflow.Bench.Growing;

/// <summary>
/// How many pages each table and index of a data file takes, counted in the file itself (sqlite.org/fileformat2.html, 1.6): this
/// build of SQLite has no dbstat. Leaves are counted by who points at them, so that ten million cases take a second.
/// </summary>
internal sealed class TablePages : IDisposable
{
    private const byte InteriorIndex = 0x02;
    private const byte InteriorTable = 0x05;
    private const int FileHeader = 100;
    private const int InteriorHeader = 12;

    private readonly SafeFileHandle _file;
    private readonly byte[] _page;

    private TablePages(SafeFileHandle file, int pageSize) => (_file, _page) = (file, new byte[pageSize]);

    /// <summary>Bytes by the name of the table or index, largest first; what overflows a page or is free stands under <c>rest</c>.</summary>
    /// <param name="dataFolder">A data folder that nobody holds.</param>
    public static IReadOnlyList<(string Name, long Bytes)> Read(string dataFolder)
    {
        using var connection = DataFolder.ConnectBeside(dataFolder);
        var pageSize = (int)Query(connection, "PRAGMA page_size").Single().Number;
        using var pages = new TablePages(File.OpenHandle(connection.DataSource, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), pageSize);
        List<(string Name, long Bytes)> found = [.. Query(connection, "SELECT rootpage, name FROM sqlite_schema WHERE rootpage > 0").Select(root => (root.Name, pages.Count(root.Number) * pageSize))];
        found.Add(("rest", RandomAccess.GetLength(pages._file) - found.Sum(table => table.Bytes)));
        return [.. found.OrderByDescending(table => table.Bytes)];
    }

    public void Dispose() => _file.Dispose();

    private static List<(long Number, string Name)> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var read = new List<(long, string)>();
        while (rows.Read())
        {
            read.Add((rows.GetInt64(0), rows.FieldCount > 1 ? rows.GetString(1) : ""));
        }

        return read;
    }

    // A tree of SQLite is as deep everywhere: where one child is a leaf, all are.
    private long Count(long root)
    {
        var level = new List<long> { root };
        var total = 0L;
        while (true)
        {
            total += level.Count;
            if (!IsInterior(level[0]))
            {
                return total;
            }

            level = [.. level.SelectMany(ChildrenOf)];
        }
    }

    private bool IsInterior(long number) => Load(number)[0] is InteriorIndex or InteriorTable;

    private List<long> ChildrenOf(long number)
    {
        var header = Load(number);
        var cells = BinaryPrimitives.ReadUInt16BigEndian(header[3..]);
        var children = new List<long>(cells + 1) { BinaryPrimitives.ReadUInt32BigEndian(header[8..]) };
        for (var cell = 0; cell < cells; cell++)
        {
            children.Add(BinaryPrimitives.ReadUInt32BigEndian(_page.AsSpan(BinaryPrimitives.ReadUInt16BigEndian(header[(InteriorHeader + (2 * cell))..]))));
        }

        return children;
    }

    private ReadOnlySpan<byte> Load(long number)
    {
        RandomAccess.Read(_file, _page, (number - 1) * _page.Length);
        return _page.AsSpan(number == 1 ? FileHeader : 0);
    }
}
