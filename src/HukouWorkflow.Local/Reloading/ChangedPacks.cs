using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Local.Reloading;

/// <summary>Which packs differ between two sets of files.</summary>
internal static class ChangedPacks
{
    /// <summary>The packs whose rules are written otherwise, in order of id; <c>national</c> is one of them. Sentence tests are no rules.</summary>
    public static SortedSet<string> Between(IReadOnlyList<PackFile> before, IReadOnlyList<PackFile> after)
    {
        var changed = before.Where(IsRule).ToHashSet();
        changed.SymmetricExceptWith(after.Where(IsRule));
        return new SortedSet<string>(changed.Select(PackOf), StringComparer.Ordinal);
    }

    private static string PackOf(PackFile file) => file.Path.Split('/')[1];

    private static bool IsRule(PackFile file) => file.Path.Split('/') is not [_, _, "tests", ..];
}
