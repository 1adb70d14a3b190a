using System.Buffers;
using System.Text;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Http.Hosting;

/// <summary>Reads policy packs from a folder.</summary>
public static class PolicyFolders
{
    /// <summary>The most bytes a file may have; the packs of a city take some kilobytes each.</summary>
    public const int MostBytesOfFile = 1024 * 1024;

    /// <summary>The most bytes all files together may have.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The most files a folder may hold.</summary>
    public const int MostFiles = 10_000;

    // Hidden files are an editor's, or the inner workings of whatever mounted the folder.
    private static readonly EnumerationOptions Visible = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <summary>The packs that came with the program.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "policies");

    /// <summary>Reads every YAML file under a folder.</summary>
    /// <param name="folder">The folder that holds the packs.</param>
    public static PolicyBookReading Read(string folder) => Take(folder).Read();

    /// <summary>The rules of every pack under a folder.</summary>
    /// <param name="folder">The folder that holds the packs.</param>
    /// <exception cref="InvalidDataException">A pack does not load; every problem is named by file and line.</exception>
    public static PolicyBook Load(string folder) => Take(folder).Load();

    /// <summary>Every YAML file under a folder, by the path its messages name.</summary>
    /// <param name="folder">The folder that holds the packs.</param>
    /// <exception cref="InvalidDataException">A file cannot be read, or is too large.</exception>
    public static IReadOnlyList<PackFile> FilesOf(string folder)
    {
        var taken = Take(folder);
        return taken.Problems.Count == 0 ? taken.Files : throw PolicyFiles.Refusal(taken.Problems);
    }

    /// <summary>Takes every YAML file under a folder as it lies there now. Whatever stands in the way is told, never thrown.</summary>
    /// <param name="folder">The folder that holds the packs.</param>
    public static PolicyFiles Take(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return new([], [new(root, 1, "missingFolder", $"There is no policy folder at {root}. Name the folder that holds the packs.")]);
        }

        var files = new List<PackFile>();
        var problems = new List<PackProblem>();
        try
        {
            var paths = Directory.EnumerateFiles(root, "*.yaml", Visible).Take(MostFiles + 1).Order(StringComparer.Ordinal).ToList();
            if (paths.Count > MostFiles)
            {
                return new([], [new("policies", 1, "tooManyFiles", $"The folder holds more than {MostFiles} files. Take out what is no pack.")]);
            }

            var left = MostBytes;
            foreach (var path in paths)
            {
                var name = $"policies/{Path.GetRelativePath(root, path).Replace('\\', '/')}";
                var bytes = ReadBytes(path, name, problems);
                left -= bytes?.Length ?? 0;
                if (left < 0)
                {
                    return new([], [.. problems, new("policies", 1, "tooLarge", $"The files hold more than {MostBytes / 1024 / 1024} MiB together. Take out what is no pack.")]);
                }

                if (bytes is not null)
                {
                    files.Add(new PackFile(name, TextOf(bytes)));
                }
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(new("policies", 1, "unreadable", $"The folder cannot be read ({refused.Message}). Let this account read it."));
        }

        return new(files, problems);
    }

    private static byte[]? ReadBytes(string path, string name, List<PackProblem> problems)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MostBytesOfFile + 1);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = stream.ReadAtLeast(buffer.AsSpan(0, MostBytesOfFile + 1), MostBytesOfFile + 1, throwOnEndOfStream: false);
            if (length <= MostBytesOfFile)
            {
                return buffer[..length];
            }

            problems.Add(new(name, 1, "fileTooLarge", $"The file has more than {MostBytesOfFile / 1024} KiB. Split the pack, or take the file out."));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, 1, "unreadable", $"The file cannot be read ({refused.Message}). Let this account read it, or take it out."));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return null;
    }

    // What is no UTF-8 becomes U+FFFD, which the packs' reader refuses by line.
    private static string TextOf(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
}
