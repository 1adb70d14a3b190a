using HukouWorkflow.Bench.Seeding;
using HukouWorkflow.Http.Hosting;
using NodaTime.Text;

namespace HukouWorkflow.Bench.Reevaluating;

/// <summary>A copy of the packs that came with the program, to which new values are added while they are served.</summary>
internal sealed class ChangingPacks
{
    private const string Changed = "chongqing/parameters/residencePeriod.yaml";

    private readonly string _original;
    private int _changes;

    /// <summary>Copies the packs into a folder.</summary>
    public ChangingPacks(string folder)
    {
        Folder = folder;
        foreach (var file in PolicyFolders.FilesOf(PolicyFolders.Default))
        {
            var path = Path.Combine(folder, file.Path["policies/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        _original = File.ReadAllText(Path.Combine(folder, Changed));
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// Announces a version half a year ahead, each time a day earlier: who matures after it is to be looked at on that day, and
    /// wakes only ever move earlier, so that most move at every change.
    /// </summary>
    public void Change()
    {
        var from = LocalDatePattern.Iso.Format(SeedPlan.Today.PlusMonths(6).PlusDays(-_changes++));
        File.WriteAllText(
            Path.Combine(Folder, Changed),
            $"{_original.TrimEnd()}\n  - {{from: {from}, value: P5Y, status: unverified, reference: {{document: Made up for a measurement, article: art. 1}}}}\n");
    }
}
