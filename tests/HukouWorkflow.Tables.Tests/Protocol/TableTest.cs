using Azure.Data.Tables;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests.Protocol;

/// <summary>
/// A test of the client of the Table service itself, on a table of its own. These tests hold for the published package
/// and for the stand-in alike: that both pass them is what makes the stand-in one.
/// </summary>
public abstract class TableTest(AzuriteFixture fixture) : IAsyncLifetime
{
    private TableServiceClient? _service;
    private TableClient? _table;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected TableServiceClient Service => _service!;

    protected TableClient Table => _table!;

    public async ValueTask InitializeAsync()
    {
        var azurite = await fixture.GetAsync();
        _service = new TableServiceClient(azurite.ConnectionString);
        _table = _service.GetTableClient(AzuriteFixture.NewTableName());
        await _service.CreateTableIfNotExistsAsync(_table.Name, Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static TableEntity Row(string rowKey, int x = 0, string partitionKey = "p") => new(partitionKey, rowKey) { ["x"] = x };

    protected async Task<TableEntity?> ReadAsync(string rowKey, string partitionKey = "p")
    {
        var row = await Table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: Ct);
        return row.HasValue ? row.Value : null;
    }

    protected async Task<IReadOnlyList<TableEntity>> QueryAsync(string? filter = null)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Table.QueryAsync<TableEntity>(filter, cancellationToken: Ct))
        {
            rows.Add(row);
        }

        return rows;
    }
}
