using HukouWorkflow.Core.Ports;
using HukouWorkflow.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>A real case store in a folder of its own, shared by the tests of a class: each takes a case of somebody new.</summary>
public sealed class Shelf : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hukou-").FullName;
    private readonly SqliteCaseStore _store;

    public Shelf() => _store = SqliteCaseStore.Open(Path.Combine(_folder, "data"), TimeProvider.System, NullLogger<SqliteCaseStore>.Instance);

    public ICaseStore Store => _store;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
