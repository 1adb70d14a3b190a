using HukouWorkflow.Http.Access;
using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
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
    // Also the names under which the command line finds them.
    private const string Person = "person";
    private const string Token = "token";

    /// <summary>Opens the tables and the keys.</summary>
    /// <exception cref="StorageRefusedException">They cannot be opened, or the keys of the cases are gone.</exception>
    public static async Task<ServiceStorage> OpenAsync(FunctionsSettings settings, ILogger<TableCaseStore> logger, CancellationToken cancellationToken)
    {
        // Answers age by real time, whatever time the service runs by.
        var store = await TableCaseStore.OpenAsync(settings.Storage, TimeProvider.System, logger, cancellationToken);
        try
        {
            var ring = await TableKeyRing.OpenAsync(settings.Storage, cancellationToken);
            var latest = await store.LatestInstantAsync(cancellationToken);
            if (latest is not null && ring.GetAllElements().Count == 0)
            {
                throw new StorageRefusedException("The keys under which the cases are sealed are missing from the table Keys. Restore the table from a backup.");
            }

            await using var keys = new ServiceCollection().AddLogging().AddKeyProtection(ring, settings.Certificates).BuildServiceProvider();
            var secrets = await TableSecrets.OpenAsync(settings.Storage, keys.GetRequiredService<IDataProtectionProvider>(), cancellationToken);
            return new ServiceStorage(
                store,
                ring,
                await secrets.ReadAsync(Person, cancellationToken),
                settings.Authority is null ? new LocalTokens(await secrets.ReadAsync(Token, cancellationToken)) : null,
                latest);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
