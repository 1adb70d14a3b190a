using System.Xml.Linq;
using HukouWorkflow.Core.Ports;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Tables.Keys;

/// <summary>The keys of a store in tables: they lie beside the cases, for every process that shares the storage account.</summary>
public sealed class TableKeys
{
    private readonly KeyCertificates? _certificates;
    private readonly TableSecrets _secrets;

    private TableKeys(TableKeyRing ring, KeyCertificates? certificates, IDataProtectionProvider protection, TableSecrets secrets) =>
        (Ring, _certificates, Protection, _secrets) = (ring, certificates, protection, secrets);

    /// <summary>The key ring.</summary>
    public TableKeyRing Ring { get; }

    /// <summary>What seals and unseals.</summary>
    public IDataProtectionProvider Protection { get; }

    /// <summary>Opens them; they are made where there are none and no case needs any.</summary>
    /// <param name="options">Which storage account.</param>
    /// <param name="certificates">What encrypts the ring's keys, or null to leave them readable.</param>
    /// <param name="hasCases">Whether there are cases, sealed under keys that must then be there.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StorageRefusedException">The storage account cannot be used, or the keys are gone.</exception>
    public static async Task<TableKeys> OpenAsync(TableStoreOptions options, KeyCertificates? certificates, bool hasCases, CancellationToken cancellationToken)
    {
        var ring = await TableKeyRing.OpenAsync(options, cancellationToken);
        if (hasCases && ring.GetAllElements().Count == 0)
        {
            throw new StorageRefusedException("The keys under which the cases are sealed are missing from the table Keys. Restore the table from a backup.");
        }

        // Lives as long as the process: what it gives is used to the end.
        var services = new ServiceCollection().AddLogging().AddKeyProtection(ring, certificates).BuildServiceProvider();
        var protection = services.GetRequiredService<IDataProtectionProvider>();
        return new TableKeys(ring, certificates, protection, await TableSecrets.OpenAsync(options, protection, cancellationToken));
    }

    /// <inheritdoc cref="TableSecrets.ReadAsync"/>
    public Task<byte[]> ReadSecretAsync(string name, CancellationToken cancellationToken) => _secrets.ReadAsync(name, cancellationToken);

    /// <inheritdoc cref="TableSecrets.TakeAsync"/>
    public Task<bool> TakeSecretAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancellationToken) => _secrets.TakeAsync(name, secret, cancellationToken);

    /// <summary>Takes an element of another key ring over; where this one is encrypted, so is the element.</summary>
    /// <param name="name">Its name there.</param>
    /// <param name="element">The element, readable.</param>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached.</exception>
    public void TakeKey(string name, XElement element) => Ring.StoreElement(_certificates?.Encrypt(element) ?? element, name);
}
