namespace HukouWorkflow.Testing.Emulator;

/// <summary>Where the build put Azurite, and what a test does where it could not.</summary>
internal static class AzuriteInstallation
{
    private const string Missing =
        "npm is not installed, or 'npm ci' did not succeed, so there is no Azurite. Install Node.js 20 or later and build the tests again.";

    /// <summary>Azurite's program. Where it is missing the running test is skipped; where tests are required, it fails.</summary>
    public static string Require()
    {
        var program = Path.Combine(RepositoryRoot(), "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(program) && IsRequired)
        {
            Assert.Fail(Missing);
        }

        Assert.SkipUnless(File.Exists(program), Missing);
        return program;
    }

    private static bool IsRequired =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
        || Environment.GetEnvironmentVariable("HUKOU_REQUIRE_AZURITE") is "1";

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HukouWorkflow.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
