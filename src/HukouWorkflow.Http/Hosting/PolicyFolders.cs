using System.Text;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Http.Hosting;

/// <summary>Reads policy packs from a folder.</summary>
public static class PolicyFolders
{
    /// <summary>The packs that came with the program.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "policies");

    /// <summary>Reads every YAML file under a folder.</summary>
    /// <param name="folder">The folder that holds the packs.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PolicyBookReading Read(string folder) => PolicyBook.Read(FilesOf(folder));

    /// <summary>The rules of every pack under a folder.</summary>
    /// <param name="folder">The folder that holds the packs.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A pack does not load; every problem is named by file and line.</exception>
    public static PolicyBook Load(string folder)
    {
        var reading = Read(folder);
        return reading.Book ?? throw new InvalidDataException(string.Join(Environment.NewLine, reading.Problems.Prepend<object>("The policy packs do not load:")));
    }

    /// <summary>Every YAML file under a folder, by the path its messages name.</summary>
    /// <param name="folder">The folder that holds the packs.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<PackFile> FilesOf(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no policy folder at {root}. Name the folder that holds the packs.");
        }

        return [.. Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new PackFile($"policies/{Path.GetRelativePath(root, file).Replace('\\', '/')}", File.ReadAllText(file, Encoding.UTF8)))];
    }
}
