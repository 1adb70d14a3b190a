using HukouWorkflow.Core.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HukouWorkflow.Sqlite;

/// <summary>Says what SQLite's errors mean to whoever runs the service.</summary>
internal static class StoreFault
{
    public static StoreUnavailableException Of(SqliteException error, string file) => new(Explain(error, file), error);

    private static string Explain(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk that holds {file} is full; nothing was written. Make room; the service goes on by itself.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another process writes to {file}; nothing was written. Only `hukou serve` may; stop the other one.",
        raw.SQLITE_READONLY => $"{file} can no longer be written to; nothing was written. Check its permissions and the disk.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"{file} is damaged. Stop the service, run `hukou verify`, and restore the file from a backup.",
        _ => $"{file} cannot be read or written at present (SQLite error {error.SqliteExtendedErrorCode}). Check the disk; the service goes on by itself.",
    };
}
