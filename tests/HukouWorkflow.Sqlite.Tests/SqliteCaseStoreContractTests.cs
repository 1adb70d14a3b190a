using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;

namespace HukouWorkflow.Sqlite.Tests;

public sealed class SqliteCaseStoreContractTests : CaseStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<ICaseStore> OpenAsync() => Task.FromResult<ICaseStore>(_folder.Open());

    protected override async Task CloseAsync(ICaseStore store)
    {
        await ((SqliteCaseStore)store).DisposeAsync();
        _folder.Dispose();
    }
}
