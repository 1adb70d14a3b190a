namespace HukouWorkflow.Local.Tests.Hosting;

/// <summary>Soaks, as tests run them.</summary>
internal static class Soaks
{
    /// <summary>Runs one, and asserts that nothing was wrong. What fails says the seed.</summary>
    public static async Task<SoakOutcome> RunAsync(SoakSettings settings)
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {settings.Seed}");
        var outcome = await Soak.RunAsync(settings, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(outcome.Findings.IsSound, $"seed {settings.Seed}{Environment.NewLine}{outcome.Findings}");
        Assert.True(outcome.Settled > 0, "Somebody must have settled.");
        return outcome;
    }
}
