using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Tables.Tests;

/// <summary>Tables of one test's own in the assembly's Azurite.</summary>
internal sealed class TestStorage(Azurite azurite)
{
    public string Prefix { get; } = AzuriteFixture.NewTableName();

    public TableStoreOptions Options => new() { ConnectionString = azurite.ConnectionString, Prefix = Prefix };

    public static async Task<TestStorage> CreateAsync(AzuriteFixture fixture) => new(await fixture.GetAsync());

    public Task<TableCaseStore> OpenAsync(Func<TableStoreOptions, TableStoreOptions>? change = null, TimeProvider? realTime = null) =>
        TableCaseStore.OpenAsync(change?.Invoke(Options) ?? Options, realTime ?? TimeProvider.System, NullLogger<TableCaseStore>.Instance, TestContext.Current.CancellationToken);

    /// <summary>A table as it lies there, to look into or to meddle with.</summary>
    public TableClient Table(string name) => new TableServiceClient(azurite.ConnectionString).GetTableClient(Prefix + name);

    public async Task<List<TableEntity>> RowsAsync(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Table(table).QueryAsync<TableEntity>("", maxPerPage: null, select: null, TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
