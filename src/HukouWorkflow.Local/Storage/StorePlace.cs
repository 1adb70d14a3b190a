using HukouWorkflow.Local.Keys;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Local.Storage;

/// <summary>Where a store is: in a data folder, or in the tables of a storage account.</summary>
/// <param name="DataFolder">The data folder.</param>
/// <param name="Account">A connection string, or the https address of a table service; null where the store is in the folder. It may hold a key: never print it.</param>
/// <param name="Prefix">What the tables' names begin with.</param>
internal sealed record StorePlace(string DataFolder, string? Account, string Prefix = "")
{
    /// <summary>What may be said of the place: no key.</summary>
    public override string ToString() => Account is null ? Path.GetFullPath(DataFolder) : "the tables of a storage account";

    /// <summary>Takes the place to serve from it.</summary>
    /// <param name="withTokens">Whether the place's own key judges tokens.</param>
    /// <param name="loggers">Hears what the store has to say.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    /// <exception cref="StorageRefusedException">The storage account cannot be used.</exception>
    public async Task<ServedStore> OpenAsync(bool withTokens, ILoggerFactory loggers, CancellationToken cancellationToken) => Account is null
        ? await ServedStore.OfFolderAsync(DataFolder, withTokens, loggers, cancellationToken)
        : await ServedStore.OfTablesAsync(Options(), withTokens, loggers, cancellationToken);

    /// <summary>Opens the place to read every case, also while it is served.</summary>
    public async Task<OpenArchive> OpenToReadAsync(CancellationToken cancellationToken) => new(Account is null
        ? SqliteCaseArchive.OpenToRead(DataFolder)
        : await OpenTablesAsync(cancellationToken));

    /// <summary>Opens the place to write cases into it.</summary>
    public async Task<OpenArchive> OpenToWriteAsync(CancellationToken cancellationToken) => new(Account is null
        ? SqliteCaseArchive.OpenToWrite(DataFolder, TimeProvider.System)
        : await OpenTablesAsync(cancellationToken));

    /// <summary>The keys of the place; they are made where there are none.</summary>
    public async Task<IServiceKeys> OpenKeysAsync(CancellationToken cancellationToken) => Account is null
        ? DataKeys.Of(DataFolder)
        : await StorageKeys.OpenAsync(Options(), hasCases: false, cancellationToken);

    /// <summary>Removes the place with everything in it.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        if (Account is not null)
        {
            await TableCaseStore.DeleteTablesAsync(Options(), cancellationToken);
        }

        if (Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }

    private Task<TableCaseStore> OpenTablesAsync(CancellationToken cancellationToken) =>
        TableCaseStore.OpenAsync(Options(), TimeProvider.System, NullLogger<TableCaseStore>.Instance, cancellationToken);

    // No connection string reads as an https address; whatever is neither is refused when it is opened.
    private TableStoreOptions Options() => Uri.TryCreate(Account, UriKind.Absolute, out var address) && address.Scheme is "https"
        ? new TableStoreOptions { ServiceUri = address, Prefix = Prefix }
        : new TableStoreOptions { ConnectionString = Account, Prefix = Prefix };
}
