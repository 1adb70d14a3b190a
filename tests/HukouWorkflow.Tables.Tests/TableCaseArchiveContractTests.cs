using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests;

public sealed class TableCaseArchiveContractTests(AzuriteFixture azurite) : CaseArchiveContract
{
    protected override async Task<ArchivedStore> CreateAsync() => new ArchivedTables(await TestStorage.CreateAsync(azurite));

    private sealed class ArchivedTables(TestStorage storage) : ArchivedStore
    {
        public override async Task<T> AsStoreAsync<T>(Func<ICaseStore, Task<T>> use)
        {
            using var store = await storage.OpenAsync();
            return await use(store);
        }

        public override async Task<T> AsArchiveAsync<T>(Func<ICaseArchive, Task<T>> use)
        {
            using var store = await storage.OpenAsync();
            return await use(store);
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
