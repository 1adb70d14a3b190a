using System.Globalization;
using HukouWorkflow.Http.Hosting;

namespace HukouWorkflow.Local.Tests.Reloading;

/// <summary>A copy of the shipped packs, in which a test decides how much residence Chongqing asks for.</summary>
internal sealed class PackFolder
{
    private const string Residence = "chongqing/parameters/residencePeriod.yaml";

    public PackFolder(TemporaryFolder folder)
    {
        Path = System.IO.Path.Combine(folder.Root, "policies");
        foreach (var file in PolicyFolders.FilesOf(PolicyFolders.Default))
        {
            Write(file.Path["policies/".Length..], file.Text);
        }

        Ask("2010-08-01: P5Y");
    }

    public string Path { get; }

    /// <summary>Writes how much residence is asked for: each value as <c>date: period</c>.</summary>
    public void Ask(params string[] values) => Write(
        Residence,
        "description: {en: Residence, zh-CN: 居住}\nunit: period\nvalues:\n" + string.Concat(values.Select(value => string.Create(
            CultureInfo.InvariantCulture,
            $"  - {{from: {value.Split(": ")[0]}, value: {value.Split(": ")[1]}, status: unverified, reference: {{document: Made up for tests, article: art. 1}}}}\n"))));

    public void Write(string file, string text) => WriteBytes(file, System.Text.Encoding.UTF8.GetBytes(text));

    public void WriteBytes(string file, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));
}
