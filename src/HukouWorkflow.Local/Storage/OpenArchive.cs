using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Local.Storage;

/// <summary>An archive that is open, and whatever must be let go of with it.</summary>
internal sealed class OpenArchive(ICaseArchive archive) : IAsyncDisposable
{
    /// <summary>The archive.</summary>
    public ICaseArchive Archive { get; } = archive;

    public async ValueTask DisposeAsync()
    {
        switch (Archive)
        {
            case IAsyncDisposable held:
                await held.DisposeAsync();
                break;
            case IDisposable held:
                held.Dispose();
                break;
        }
    }
}
