namespace HukouWorkflow.Testing.Emulator;

/// <summary>What a test does where there is no Azurite.</summary>
internal static class AzuriteInstallation
{
    /// <summary>Azurite's program. Where it is missing the running test is skipped; where tests are required, it fails.</summary>
    public static string Require()
    {
        var program = AzuriteProgram.Find();
        if (program is null && IsRequired)
        {
            Assert.Fail(AzuriteProgram.Missing);
        }

        Assert.SkipWhen(program is null, AzuriteProgram.Missing);
        return program!;
    }

    private static bool IsRequired =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
        || Environment.GetEnvironmentVariable("HUKOU_REQUIRE_AZURITE") is "1";
}
