using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using HukouWorkflow.Testing.Emulator;

namespace HukouWorkflow.Tables.Tests;

public sealed class TableCaseStoreContractTests(AzuriteFixture azurite) : CaseStoreContract
{
    protected override async Task<ICaseStore> OpenAsync() => await (await TestStorage.CreateAsync(azurite)).OpenAsync();

    protected override Task CloseAsync(ICaseStore store)
    {
        ((TableCaseStore)store).Dispose();
        return Task.CompletedTask;
    }
}
