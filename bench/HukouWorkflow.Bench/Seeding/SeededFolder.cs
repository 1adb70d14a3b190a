using System.Globalization;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>A data folder full of open cases. Unless it is kept, it is gone with the measurement, however that ends.</summary>
internal sealed class SeededFolder : IDisposable
{
    // A case takes some 1.5 kilobytes; measurements add their own, and a log.
    private const long BytesOfCase = 2_200;
    private const long Spare = 1L << 30;

    private readonly string _root;
    private readonly bool _isKept;

    private SeededFolder(string root, bool isKept, SeedPlan plan, string history)
    {
        (_root, _isKept, Plan, History) = (root, isKept, plan, history);
    }

    /// <summary>What it was filled with.</summary>
    public SeedPlan Plan { get; }

    /// <summary>How it was filled, and how fast.</summary>
    public string History { get; }

    /// <summary>The data folder, to be served.</summary>
    public string Data => DataIn(_root);

    /// <summary>Finds the folder of a plan where it was kept, or fills one.</summary>
    /// <exception cref="BenchException">There is no room for it.</exception>
    public static async Task<SeededFolder> OpenAsync(SeedPlan plan, SeedPlace place, PolicyBook book, CancellationToken cancellationToken)
    {
        var isKept = place.Keeps(plan);
        var root = isKept ? Path.Combine(place.Kept!, plan.Name) : Path.Combine(place.Temporary, $"hukou-seed-{plan.Name}-{Guid.NewGuid():N}");
        var note = Path.Combine(root, "seeded.txt");
        if (File.Exists(note))
        {
            return new SeededFolder(root, isKept, plan, await File.ReadAllTextAsync(note, cancellationToken) + " (kept from an earlier run)");
        }

        if (Directory.Exists(root))
        {
            // Whoever filled it was stopped half-way.
            Directory.Delete(root, recursive: true);
        }

        Directory.CreateDirectory(root);
        try
        {
            ThrowIfNoRoom(plan, root);
            var took = await SeedScreen.ShowAsync(plan, written => FolderSeeder.FillAsync(DataIn(root), plan, book, written, cancellationToken));
            var history = string.Create(CultureInfo.InvariantCulture, $"{plan.Cases:#,0} cases seeded in {took.TotalSeconds:0.0} s ({plan.Cases / took.TotalSeconds:#,0} a second)");
            await File.WriteAllTextAsync(note, history, cancellationToken);
            return new SeededFolder(root, isKept, plan, history);
        }
        catch
        {
            Directory.Delete(root, recursive: true);
            throw;
        }
    }

    /// <summary>Takes people who have not applied in this folder: a kept one remembers those of earlier measurements.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The number of the first.</returns>
    public int TakePeople(int count)
    {
        var note = Path.Combine(_root, "people.txt");
        var first = File.Exists(note) ? int.Parse(File.ReadAllText(note), CultureInfo.InvariantCulture) : 0;
        File.WriteAllText(note, (first + count).ToString(CultureInfo.InvariantCulture));
        return first;
    }

    /// <summary>Removes what is not to be kept.</summary>
    public void Dispose()
    {
        if (!_isKept && Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    private static string DataIn(string root) => Path.Combine(root, "data");

    private static void ThrowIfNoRoom(SeedPlan plan, string root)
    {
        var needed = (plan.Cases * BytesOfCase) + Spare;
        var free = new DriveInfo(root).AvailableFreeSpace;
        if (free < needed)
        {
            throw new BenchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Cases:#,0} open cases need {needed / 1e9:0.0} GB at {Path.GetDirectoryName(root)}, where {free / 1e9:0.0} GB are free. Name a roomier folder with --data, or measure with --quick."));
        }
    }
}
