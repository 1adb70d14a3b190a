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
}
