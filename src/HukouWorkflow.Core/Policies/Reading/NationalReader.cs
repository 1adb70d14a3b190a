namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads what the national folder says for reading: its title, the steps of the national line, and what is not known.</summary>
internal static class NationalReader
{
    public const string Header = "pack.yaml";
    public const string Line = "line.yaml";

    public static NationalLine Read(PackFolder folder, ICollection<PackProblem> problems)
    {
        var steps = new List<NationalStep>();
        if (folder.Paths.Contains(Line, StringComparer.Ordinal) && folder.Open(Line, problems) is { } line)
        {
            steps.AddRange(line.MapList("steps").Select(ReadStep).OrderBy(step => step.From));
            line.End();
        }

        if (!folder.Paths.Contains(Header, StringComparer.Ordinal) || folder.Open(Header, problems) is not { } fields)
        {
            return new NationalLine(new("National line", "国家政策"), steps, []);
        }

        if (fields.Text("id") is { Length: > 0 } id && !string.Equals(id, folder.Name, StringComparison.Ordinal))
        {
            fields.Report("id", "folder", $"The pack '{id}' lies in the folder '{folder.Name}'. Name both alike.");
        }

        var law = new NationalLine(fields.Localized("title"), steps, [.. fields.MapList("unknowns").Select(unknown => unknown.Localized())]);
        fields.End();
        return law;
    }

    private static NationalStep ReadStep(Fields fields)
    {
        var step = new NationalStep(fields.Date("from"), fields.Localized("title"), fields.Citation());
        fields.End();
        return step;
    }
}
