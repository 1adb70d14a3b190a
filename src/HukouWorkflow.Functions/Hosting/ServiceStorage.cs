using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>What the storage account holds for the service, opened.</summary>
/// <param name="Store">The cases.</param>
/// <param name="Ring">The data-protection keys.</param>
/// <param name="PersonSecret">The secret that stands for people.</param>
/// <param name="Tokens">Local tokens, or null where an authority issues them.</param>
/// <param name="Latest">The latest instant on record, or null where there are no cases.</param>
internal sealed record ServiceStorage(TableCaseStore Store, TableKeyRing Ring, byte[] PersonSecret, LocalTokens? Tokens, Instant? Latest)
{
    /// <summary>Opens the tables and the keys.</summary>
    /// <exception cref="StorageRefusedException">They cannot be opened, or the keys of the cases are gone.</exception>
    public static async Task<ServiceStorage> OpenAsync(FunctionsSettings settings, ILogger<TableCaseStore> logger, CancellationToken cancellationToken)
    {
        // Answers age by real time, whatever time the service runs by.
        var store = await TableCaseStore.OpenAsync(settings.Storage, TimeProvider.System, logger, cancellationToken);
        try
        {
            var latest = await store.LatestInstantAsync(cancellationToken);
            var keys = await TableKeys.OpenAsync(settings.Storage, settings.Certificates, hasCases: latest is not null, cancellationToken);
            return new ServiceStorage(
                store,
                keys.Ring,
                await keys.ReadSecretAsync(ServiceSecret.Person, cancellationToken),
                settings.Authority is null ? new LocalTokens(await keys.ReadSecretAsync(ServiceSecret.Token, cancellationToken)) : null,
                latest);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
