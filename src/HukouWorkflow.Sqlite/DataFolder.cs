using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HukouWorkflow.Sqlite;

/// <summary>The folder a store lives in, held by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string FileName = "cases.db";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream heldLock)
    {
        File = FileIn(path);
        _lock = heldLock;
    }

    /// <summary>The data file.</summary>
    public string File { get; }

    public static string FileIn(string path) => Path.Combine(path, FileName);

    /// <summary>Takes the folder, creating it where there is none.</summary>
    /// <exception cref="DataFolderException">It cannot be written to, or another process holds it.</exception>
    public static DataFolder Take(string path)
    {
        try
        {
            CreateForOwner(path);
            return new DataFolder(path, new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new DataFolderException($"Another process holds the data folder {path}. Stop it, or choose another folder with --data.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {path} cannot be written to: {error.Message} Make it writable, or choose another with --data.", error);
        }
    }

    /// <summary>Opens the connection that writes, creating the tables in a new file.</summary>
    /// <exception cref="DataFolderException">The file is not ours, is newer than this build, or is damaged.</exception>
    public SqliteConnection ConnectWriter()
    {
        var connection = Connect(File, SqliteOpenMode.ReadWriteCreate);
        try
        {
            return Described(File, () =>
            {
                // Before anything is written: a file that is not ours stays as it is.
                var isNew = IsEmpty(connection);
                if (!isNew)
                {
                    RefuseOthers(connection, File);
                }

                Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32768;");
                if (isNew)
                {
                    Run(connection, $"BEGIN IMMEDIATE; PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {Schema.Format}; {Schema.Create} COMMIT;");
                }

                return connection;
            });
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that moves the log into the data file, beside the one that writes.</summary>
    public SqliteConnection ConnectCheckpointer()
    {
        var connection = Connect(File, SqliteOpenMode.ReadWrite);
        // A connection that has read nothing yet does not know of the log, and would find nothing to move.
        Number(connection, "PRAGMA user_version");
        return connection;
    }

    /// <summary>Opens a connection that reads.</summary>
    public SqliteConnection ConnectReader() => Connect(File, SqliteOpenMode.ReadOnly);

    /// <summary>Opens a file that may be in use, to read it only.</summary>
    /// <exception cref="DataFolderException">There is no file, or it is not ours, newer than this build, or damaged.</exception>
    public static SqliteConnection ConnectBeside(string path)
    {
        var file = FileIn(path);
        if (!System.IO.File.Exists(file))
        {
            throw new DataFolderException($"There is no {FileName} in {path}. Name the folder that `hukou serve` writes to with --data.");
        }

        var connection = Described(file, () => Connect(file, SqliteOpenMode.ReadOnly));
        try
        {
            return Described(file, () =>
            {
                RefuseOthers(connection, file);
                return connection;
            });
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            Run(connection, "PRAGMA busy_timeout = 5000;");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static T Described<T>(string file, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_NOTADB)
        {
            throw new DataFolderException($"{file} is not a data file of HukouWorkflow. Choose another folder with --data.", error);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_ERROR)
        {
            throw new DataFolderException($"{file} is damaged ({error.Message}). Restore it from a backup.", error);
        }
        catch (SqliteException error)
        {
            throw new DataFolderException($"{file} cannot be opened ({error.Message}). Check its permissions and the disk.", error);
        }
    }

    private static void RefuseOthers(SqliteConnection connection, string file)
    {
        if (Number(connection, "PRAGMA application_id") != Schema.ApplicationId)
        {
            throw new DataFolderException($"{file} is not a data file of HukouWorkflow. Choose another folder with --data.");
        }

        var format = Number(connection, "PRAGMA user_version");
        if (format > Schema.Format)
        {
            throw new DataFolderException($"{file} has format {format}; this build knows formats up to {Schema.Format}. Use the newer build that wrote it.");
        }
    }

    // Also where a process was killed between creating the file and creating its tables.
    private static bool IsEmpty(SqliteConnection connection) =>
        Number(connection, "PRAGMA application_id") == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;

    private static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        using var rows = statement.Query();
        return rows.Next() ? rows.Long(0) : 0;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // EAGAIN on Linux and on macOS, and a sharing violation on Windows: how .NET reports a lock held elsewhere.
    // What it holds is sealed or carries no names, but it is nobody else's business all the same.
    private static void CreateForOwner(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static bool IsHeld(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);
}
