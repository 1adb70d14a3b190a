namespace HukouWorkflow.Testing.Emulator;

/// <summary>
/// The one Azurite of a test assembly, in memory, started by the first test that asks. Declare it with
/// <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>; each test uses tables of its own (<see cref="NewTableName"/>).
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1);
    private Azurite? _azurite;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The running Azurite. The running test is skipped, with the reason, where it is not installed.</summary>
    public async Task<Azurite> GetAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _azurite ??= await Azurite.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A name no other test has: 33 letters and digits, of which a prefix for several tables may keep all.</summary>
    public static string NewTableName() => $"t{Guid.NewGuid():N}";

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _starting.Dispose();
    }
}
