using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace HukouWorkflow.Local.Keys;

/// <summary>The keys of a store in tables: beside the cases, for every process that shares the storage account.</summary>
internal sealed class TableKeys : IServiceKeys
{
    private readonly TableKeyRing _ring;
    private readonly TableSecrets _secrets;

    private TableKeys(TableKeyRing ring, IDataProtectionProvider protection, TableSecrets secrets) => (_ring, Protection, _secrets) = (ring, protection, secrets);

    /// <inheritdoc/>
    public IDataProtectionProvider Protection { get; }

    /// <summary>Opens them; they are made where there are none.</summary>
    /// <exception cref="StorageRefusedException">The storage account cannot be used.</exception>
    public static async Task<TableKeys> OpenAsync(TableStoreOptions options, CancellationToken cancellationToken)
    {
        var ring = await TableKeyRing.OpenAsync(options, cancellationToken);
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName(DataKeys.ApplicationName);
        services.Configure<KeyManagementOptions>(management => management.XmlRepository = ring);
        var protection = services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
        return new TableKeys(ring, protection, await TableSecrets.OpenAsync(options, protection, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<byte[]> ReadSecretAsync(string name, CancellationToken cancellationToken) => _secrets.ReadAsync(name, cancellationToken);

    /// <inheritdoc/>
    public async Task TakeAsync(DataKeys source, CancellationToken cancellationToken)
    {
        // The secret first: it may be refused, and until then nothing has been taken.
        foreach (var name in source.Secrets)
        {
            if (!await _secrets.TakeAsync(name, source.Secret(name), cancellationToken) && string.Equals(name, ServiceSecret.Person, StringComparison.Ordinal))
            {
                throw new StartupException("The storage stands for people by another secret than the keys given: their cases cannot live in one store. Import into another storage account.");
            }
        }

        foreach (var (name, element) in source.Ring)
        {
            _ring.StoreElement(element, name);
        }
    }
}
