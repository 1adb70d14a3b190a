namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>The files of one folder under <c>policies/</c>.</summary>
/// <param name="root">The folder's path, with its last slash.</param>
/// <param name="name">The folder's own name.</param>
/// <param name="files">Its files.</param>
internal sealed class PackFolder(string root, string name, IEnumerable<PackFile> files)
{
    private readonly SortedDictionary<string, PackFile> _files = new(
        files.ToDictionary(file => file.Path[root.Length..], StringComparer.Ordinal),
        StringComparer.Ordinal);

    public string Name => name;

    /// <summary>The files' paths within the folder, in order.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    public bool Has(string path) => _files.ContainsKey(path);

    public string FileAt(string path) => root + path;

    /// <summary>The fields of a file, or null where it is missing or no YAML.</summary>
    public Fields? Open(string path, ICollection<PackProblem> problems)
    {
        if (_files.TryGetValue(path, out var file))
        {
            return YamlText.Read(file, problems);
        }

        problems.Add(new(FileAt(path), 1, "missingFile", "This file is missing. Add it."));
        return null;
    }
}
