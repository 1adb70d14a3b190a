using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Local.Storage;

/// <summary>An archive that is open, and whatever must be let go of with it.</summary>
internal sealed class OpenArchive(ICaseArchive archive) : IAsyncDisposable
{
    /// <summary>The archive.</summary>
    public ICaseArchive Archive { get; } = archive;

    /// <summary>Lets go of a store or archive, each in the way it has.</summary>
    public static async ValueTask LetGoAsync(object store)
    {
        switch (store)
        {
            case IAsyncDisposable held:
                await held.DisposeAsync();
                break;
            case IDisposable held:
                held.Dispose();
                break;
        }
    }

    public ValueTask DisposeAsync() => LetGoAsync(Archive);
}
