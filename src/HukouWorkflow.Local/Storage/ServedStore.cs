using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Keys;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Tables;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace HukouWorkflow.Local.Storage;

/// <summary>A store taken to serve from it, with the keys that belong to it.</summary>
/// <param name="Store">The store.</param>
/// <param name="Latest">The latest instant it has seen, or null where it is empty.</param>
/// <param name="Protection">What seals and unseals.</param>
/// <param name="PersonKeys">What stands for people.</param>
/// <param name="Tokens">Issues and judges tokens; null where an authority does.</param>
internal sealed record ServedStore(ICaseStore Store, Instant? Latest, IDataProtectionProvider Protection, PersonKeys PersonKeys, LocalTokens? Tokens) : IAsyncDisposable
{
    /// <summary>Takes a data folder.</summary>
    public static async Task<ServedStore> OfFolderAsync(string folder, bool withTokens, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var store = SqliteCaseStore.Open(folder, TimeProvider.System, loggers.CreateLogger<SqliteCaseStore>());
        try
        {
            // Only once the folder is known to be ours and held: a folder of somebody else gets no keys.
            var latest = await store.LatestInstantAsync(cancellationToken);
            return await OfAsync(store, latest, latest is null ? DataKeys.Of(folder) : DataKeys.OfFilled(folder), withTokens, cancellationToken);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the tables of a storage account.</summary>
    public static async Task<ServedStore> OfTablesAsync(TableStoreOptions options, bool withTokens, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var store = await TableCaseStore.OpenAsync(options, TimeProvider.System, loggers.CreateLogger<TableCaseStore>(), cancellationToken);
        try
        {
            var latest = await store.LatestInstantAsync(cancellationToken);
            return await OfAsync(store, latest, await StorageKeys.OpenAsync(options, hasCases: latest is not null, cancellationToken), withTokens, cancellationToken);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the place.</summary>
    public ValueTask DisposeAsync() => OpenArchive.LetGoAsync(Store);

    private static async Task<ServedStore> OfAsync(ICaseStore store, Instant? latest, IServiceKeys keys, bool withTokens, CancellationToken cancellationToken) => new(
        store,
        latest,
        keys.Protection,
        new PersonKeys(await keys.ReadSecretAsync(ServiceSecret.Person, cancellationToken)),
        withTokens ? new LocalTokens(await keys.ReadSecretAsync(ServiceSecret.Token, cancellationToken)) : null);
}
