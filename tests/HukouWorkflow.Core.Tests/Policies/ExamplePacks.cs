using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>The made-up city of samples/policies, which uses every rule a pack can say.</summary>
internal static class ExamplePacks
{
    public static readonly IReadOnlyList<PackFile> Files = PackFolders.FilesIn("samples/policies");

    private static readonly Lazy<PolicyBook> Read = new(() => PackFolders.BookOf([.. ShippedPacks.Common, .. Files]));

    public static PolicyBook Book => Read.Value;
}
