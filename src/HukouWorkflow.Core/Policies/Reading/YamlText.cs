using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads a file's YAML, refusing what would make a rule mean something else than it seems to.</summary>
internal static class YamlText
{
    /// <summary>The file's fields, or null where it has none to read; then why is among the problems.</summary>
    public static Fields? Read(PackFile file, ICollection<PackProblem> problems)
    {
        var broken = file.Text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (broken >= 0)
        {
            problems.Add(new(file.Path, 1 + file.Text.AsSpan(0, broken).Count('\n'), "notUtf8", "The text is not UTF-8. Save the file as UTF-8."));
            return null;
        }

        try
        {
            if (HasAliases(file, problems))
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            return RootOf(stream, file, problems);
        }
        catch (YamlException fault)
        {
            var isDuplicate = fault.Message.Contains("uplicate key", StringComparison.Ordinal);
            problems.Add(isDuplicate
                ? new(file.Path, (int)fault.Start.Line, "duplicateKey", "A key stands here for the second time. Keep one of the two.")
                : new(file.Path, (int)fault.Start.Line, "yaml", "This is no YAML: " + fault.Message));
            return null;
        }
    }

    private static Fields? RootOf(YamlStream stream, PackFile file, ICollection<PackProblem> problems)
    {
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return new Fields(root, file.Path, problems);
        }

        problems.Add(new(file.Path, 1, "type", "The file must be one mapping of keys to values. Write 'key: value' lines in one document."));
        return null;
    }

    private static bool HasAliases(PackFile file, ICollection<PackProblem> problems)
    {
        var found = false;
        var parser = new Parser(new StringReader(file.Text));
        while (parser.MoveNext())
        {
            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                found = true;
                problems.Add(new(file.Path, (int)parser.Current.Start.Line, "anchor", "Anchors and aliases are not allowed: a value must be read where it stands. Write it out."));
            }
        }

        return found;
    }
}
