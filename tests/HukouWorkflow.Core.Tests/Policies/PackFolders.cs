using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>Folders of packs as they lie beside the tests.</summary>
internal static class PackFolders
{
    /// <summary>Every file of a folder, by its path from the folder's own name on.</summary>
    public static IReadOnlyList<PackFile> FilesIn(string folder)
    {
        var root = Path.Combine(AppContext.BaseDirectory, folder);
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => new PackFile($"{Path.GetFileName(root)}/{Path.GetRelativePath(root, path).Replace('\\', '/')}", File.ReadAllText(path)))];
    }

    public static PolicyBook BookOf(IReadOnlyList<PackFile> files)
    {
        var reading = PolicyBook.Read(files);
        return reading.Book ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
    }
}
