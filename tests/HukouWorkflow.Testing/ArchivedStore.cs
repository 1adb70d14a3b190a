using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Testing;

/// <summary>A store of a test's own, and the archive over it; a store that one process holds is never open as both at once.</summary>
public abstract class ArchivedStore : IAsyncDisposable
{
    /// <summary>Uses it as the store it is.</summary>
    public abstract Task<T> AsStoreAsync<T>(Func<ICaseStore, Task<T>> use);

    /// <summary>Uses it as an archive.</summary>
    public abstract Task<T> AsArchiveAsync<T>(Func<ICaseArchive, Task<T>> use);

    public abstract ValueTask DisposeAsync();

    /// <summary>Appends, each of which must be taken.</summary>
    public Task FillAsync(params CaseAppend[] appends) => AsStoreAsync(async store =>
    {
        foreach (var append in appends)
        {
            Assert.IsType<AppendResult.Appended>(await store.AppendAsync(append, TestContext.Current.CancellationToken));
        }

        return true;
    });

    /// <summary>Every case, in the archive's order.</summary>
    public Task<IReadOnlyList<StoredCase>> ReadAllAsync() => AsArchiveAsync<IReadOnlyList<StoredCase>>(async archive =>
        await archive.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
}
