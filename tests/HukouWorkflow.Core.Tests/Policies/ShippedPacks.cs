using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>The packs of the repository, as they lie beside the tests.</summary>
internal static class ShippedPacks
{
    public static readonly IReadOnlyList<PackFile> Files = PackFolders.FilesIn("policies");

    private static readonly Lazy<PolicyBook> Read = new(() => PackFolders.BookOf(Files));

    /// <summary>The sentences that every pack needs, invented ones too.</summary>
    public static IEnumerable<PackFile> Texts => Files.Where(file => file.Path.StartsWith("policies/texts/", StringComparison.Ordinal));

    /// <summary>What stands above every city: national law, and the sentences.</summary>
    public static IEnumerable<PackFile> Common => Files.Where(file => file.Path.StartsWith("policies/national/", StringComparison.Ordinal)).Concat(Texts);

    public static PolicyBook Book => Read.Value;

    public static PolicyPack Chongqing => Book.Find("chongqing")!;
}
