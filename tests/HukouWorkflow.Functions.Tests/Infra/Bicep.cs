namespace HukouWorkflow.Functions.Tests.Infra;

/// <summary>The modules under <c>infra</c>, which the build puts beside the tests.</summary>
internal static class Bicep
{
    public static string Read(string module) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "infra", "modules", module + ".bicep"));
}
