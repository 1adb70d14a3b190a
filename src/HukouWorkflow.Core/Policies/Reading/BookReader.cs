using HukouWorkflow.Core.Calendar;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads every folder under <c>policies/</c>: the national one, the texts, and one a city.</summary>
internal static class BookReader
{
    private const string National = "national";
    private const string Calendar = "calendar/";

    public static PolicyBookReading Read(IEnumerable<PackFile> files)
    {
        var problems = new List<PackProblem>();
        var folders = Folders(files, problems);
        var national = folders.Find(folder => folder.Name is National) ?? new PackFolder($"policies/{National}/", National, []);
        var notices = ReadNotices(national, problems);
        var law = NationalReader.Read(national, problems);
        var before = problems.Count;
        var ceilings = national.Open(Ceilings.File, problems) is { } fields ? Ceilings.Read(fields) : null;
        var sound = problems.Count == before ? ceilings : null;
        var texts = TextsReader.ReadAll(folders.Find(folder => folder.Name is TextsReader.Folder) ?? TextsReader.Shipped(), problems);
        var packs = folders.Where(folder => folder.Name is not (National or TextsReader.Folder))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .Select(folder => PackReader.Read(folder, sound, texts, problems))
            .OfType<PolicyPack>()
            .ToList();
        CheckTwins(packs, problems);
        RecognitionCircles.Check(packs, problems);
        return problems.Count == 0
            ? new PolicyBookReading(new PolicyBook { Packs = packs, Calendar = new WorkingCalendar(notices), National = law }, [])
            : new PolicyBookReading(null, [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    private static List<PackFolder> Folders(IEnumerable<PackFile> files, List<PackProblem> problems)
    {
        var folders = new List<PackFolder>();
        foreach (var group in files.GroupBy(file => file.Path.Split('/') is [var root, var name, _, ..] ? $"{root}/{name}/" : "", StringComparer.Ordinal))
        {
            if (group.Key.Length > 0)
            {
                folders.Add(new PackFolder(group.Key, group.Key.Split('/')[1], group));
                continue;
            }

            problems.AddRange(group.Select(file => new PackProblem(file.Path, 1, "unknownFile", "The file lies in no pack's folder. Move it into one.")));
        }

        return folders;
    }

    private static List<HolidayNotice> ReadNotices(PackFolder national, List<PackProblem> problems)
    {
        var notices = new List<HolidayNotice>();
        foreach (var path in national.Paths.Where(path => path is not (Ceilings.File or NationalReader.Header or NationalReader.Line)))
        {
            if (!path.StartsWith(Calendar, StringComparison.Ordinal))
            {
                problems.Add(new(national.FileAt(path), 1, "unknownFile", $"The national folder has no use for this file. Known are: {NationalReader.Header}, {Ceilings.File}, {NationalReader.Line}, {Calendar}*.yaml."));
            }
            else if (national.Open(path, problems) is { } fields)
            {
                notices.Add(HolidayNoticeReader.Read(Path.GetFileNameWithoutExtension(path), fields));
            }
        }

        return notices;
    }

    private static void CheckTwins(List<PolicyPack> packs, List<PackProblem> problems)
    {
        foreach (var twin in packs.GroupBy(pack => pack.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            problems.Add(new(twin.At.File, twin.At.Line, "duplicateId", $"Another pack is called '{twin.Id}' already. Rename one."));
        }

        foreach (var twin in packs.SelectMany(pack => pack.Cities.Select(city => (Pack: pack, City: city))).GroupBy(each => each.City).SelectMany(same => same.Skip(1)))
        {
            problems.Add(new(twin.Pack.At.File, twin.Pack.At.Line, "duplicateCity", $"A pack is for the city {twin.City} already. Keep one pack a city."));
        }
    }
}
