using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads a file's YAML, refusing what would make a rule mean something else than it seems to.</summary>
internal static class YamlText
{
    // The loader calls itself once a level; a file made to be deep would end the process.
    private const int MostDepth = 32;

    /// <summary>The file's fields, or null where it has none to read; then why is among the problems.</summary>
    public static Fields? Read(PackFile file, ICollection<PackProblem> problems)
    {
        var broken = file.Text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (broken >= 0)
        {
            problems.Add(new(file.Path, 1 + file.Text.AsSpan(0, broken).Count('\n'), "notUtf8", "The text is not UTF-8. Save the file as UTF-8."));
            return null;
        }

        var parser = new Parser(new StringReader(file.Text));
        try
        {
            if (!IsPlain(parser, file, problems))
            {
                return null;
            }

            parser = new Parser(new StringReader(file.Text));
            var stream = new YamlStream();
            stream.Load(parser);
            return RootOf(stream, file, problems);
        }
        catch (YamlException fault)
        {
            var isDuplicate = fault.Message.Contains("uplicate key", StringComparison.Ordinal);
            problems.Add(isDuplicate
                ? new(file.Path, (int)fault.Start.Line, "duplicateKey", "A key stands here for the second time. Keep one of the two.")
                : new(file.Path, (int)fault.Start.Line, "yaml", $"This is no YAML: {fault.Message} Correct it here or just above."));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 16 falls over some unclosed brackets this way, without saying where; the last it understood is near.
            problems.Add(new(file.Path, (int)(parser.Current?.End.Line ?? 1), "yaml", "This is no YAML from here on. Look for a bracket or quote that is not closed."));
        }

        return null;
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

    private static bool IsPlain(Parser parser, PackFile file, ICollection<PackProblem> problems)
    {
        var isPlain = true;
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > MostDepth)
            {
                problems.Add(new(file.Path, (int)parser.Current!.Start.Line, "depth", $"Nothing here is written more than {MostDepth} levels deep. Write it flatter."));
                return false;
            }

            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                isPlain = false;
                problems.Add(new(file.Path, (int)parser.Current.Start.Line, "anchor", "Anchors and aliases are not allowed: a value must be read where it stands. Write it out."));
            }
        }

        return isPlain;
    }
}
