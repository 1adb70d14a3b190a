using Azure.Data.Tables;

namespace HukouWorkflow.Bench.Reporting;

/// <summary>Which client for tables was built in.</summary>
internal static class StorageClient
{
    // The stand-in bears the repository's own version, which is below it.
    private const int FirstPublished = 12;

    /// <summary>The published package with its version, or the stand-in.</summary>
    public static string Describe() => typeof(TableServiceClient).Assembly.GetName().Version is { Major: >= FirstPublished } version
        ? $"the published package, {version.ToString(3)}"
        : "the stand-in of this repository";
}
