using System.Xml.Linq;
using Azure.Data.Tables;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HukouWorkflow.Tables.Keys;

/// <summary>
/// The data-protection key ring in the table <c>Keys</c>, for processes that share one storage. Whoever can read the table
/// can unseal everything, unless the host has the elements encrypted before they come here.
/// </summary>
public sealed class TableKeyRing : IXmlRepository
{
    /// <summary>The table, shared with <see cref="TableSecrets"/>.</summary>
    internal const string Table = "Keys";

    private const string Partition = "ring";
    private readonly StorageTable _keys;

    private TableKeyRing(StorageTable keys) => _keys = keys;

    /// <summary>Opens the table, and makes it where there is none.</summary>
    /// <exception cref="StorageRefusedException">The settings are wrong, nobody answers, or the key or identity is refused.</exception>
    public static async Task<TableKeyRing> OpenAsync(TableStoreOptions options, CancellationToken cancellationToken) =>
        new(await new StorageAccount(options).OpenAsync(Table, cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached.</exception>
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached.</exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        // Names are data protection's own; a row key takes most characters, but not all.
        var row = new TableEntity(Partition, Uri.EscapeDataString(friendlyName).Replace('%', '_'));
        Column.WriteLong(row, System.Text.Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
        _keys.PutAsync(row, CancellationToken.None).GetAwaiter().GetResult();
    }

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var elements = new List<XElement>();
        await foreach (var row in _keys.QueryAsync($"PartitionKey eq '{Partition}'", StorageTable.MostRows, select: null, CancellationToken.None))
        {
            elements.Add(XElement.Parse(System.Text.Encoding.UTF8.GetString(Column.ReadLong(row))));
        }

        return elements;
    }
}
