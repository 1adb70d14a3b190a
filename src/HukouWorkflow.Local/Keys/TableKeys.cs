using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace HukouWorkflow.Local.Keys;

/// <summary>The keys of a store in tables: beside the cases, for every process that shares the storage account.</summary>
internal sealed class TableKeys : IServiceKeys
{
    private readonly TableSecrets _secrets;

    private TableKeys(IDataProtectionProvider protection, TableSecrets secrets) => (Protection, _secrets) = (protection, secrets);

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
        return new TableKeys(protection, await TableSecrets.OpenAsync(options, protection, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<byte[]> ReadSecretAsync(string name, CancellationToken cancellationToken) => _secrets.ReadAsync(name, cancellationToken);
}
