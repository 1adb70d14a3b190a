namespace HukouWorkflow.Bench.Hosting;

/// <summary>The programs that measuring commands start: the arguments of <c>dotnet</c>.</summary>
internal static class Programs
{
    /// <summary>The runtime settings of the service.</summary>
    public static string HukouConfig => InFolder("hukou.runtimeconfig.json");

    /// <summary>The service as its users run it.</summary>
    public static IReadOnlyList<string> Hukou(IEnumerable<string> arguments) => [InFolder("hukou.dll"), .. arguments];

    /// <summary>This program.</summary>
    public static IReadOnlyList<string> Bench(IEnumerable<string> arguments) => [InFolder("HukouWorkflow.Bench.dll"), .. arguments];

    /// <summary>This program with the runtime settings of the service, so that a baseline has the same garbage collector.</summary>
    public static IReadOnlyList<string> BenchAsHukou(IEnumerable<string> arguments) => ["exec", "--runtimeconfig", HukouConfig, .. Bench(arguments)];

    private static string InFolder(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
