using System.Collections.Frozen;
using HukouWorkflow.Core.Policies.Explaining;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>
/// Reads the sentences that explanations are made of: a file a language, keys nested or with dots. All of them stand in
/// <c>policies/texts/</c>; a pack's own <c>texts/</c> replaces single ones, in both languages.
/// </summary>
internal static class TextsReader
{
    /// <summary>The folder, under <c>policies/</c> and under a pack.</summary>
    public const string Folder = "texts";

    private static readonly (Language Language, string File)[] Files = [(Language.English, "en.yaml"), (Language.Chinese, "zh-CN.yaml")];

    /// <summary>The sentences that came with the program, for folders that bring none.</summary>
    public static PackFolder Shipped() => new($"policies/{Folder}/", Folder, Files.Select(file => ReadShipped($"policies/{Folder}/{file.File}")));

    /// <summary>Whether a file of a pack holds sentences of its own.</summary>
    public static bool IsOwn(string path) => Array.Exists(Files, file => string.Equals($"{Folder}/{file.File}", path, StringComparison.Ordinal));

    /// <summary>Every sentence in every language, or null where something is wrong.</summary>
    public static FrozenDictionary<Language, PackTexts>? ReadAll(PackFolder folder, ICollection<PackProblem> problems)
    {
        var before = problems.Count;
        foreach (var path in folder.Paths.Where(path => !Files.Any(file => string.Equals(file.File, path, StringComparison.Ordinal))))
        {
            problems.Add(new(folder.FileAt(path), 1, "unknownFile", "The folder of texts has no use for this file. Known are: en.yaml, zh-CN.yaml."));
        }

        var read = Files.Select(file => (file.Language, Texts: Read(folder, file.File, problems))).ToList();
        foreach (var ((_, texts), (_, file)) in read.Zip(Files))
        {
            foreach (var key in TextCatalogue.Places.Keys.Where(key => texts is not null && !texts.ContainsKey(key)).Order(StringComparer.Ordinal))
            {
                problems.Add(new(folder.FileAt(file), 1, "missingText", $"The text '{key}' is missing. Add it."));
            }
        }

        return problems.Count > before
            ? null
            : read.ToFrozenDictionary(each => each.Language, each => new PackTexts(each.Language, Templates(each.Texts!).ToFrozenDictionary(StringComparer.Ordinal)));
    }

    /// <summary>The sentences of a pack, where it has some of its own over the common ones.</summary>
    public static FrozenDictionary<Language, PackTexts> ReadOwn(PackFolder folder, FrozenDictionary<Language, PackTexts> common, ICollection<PackProblem> problems)
    {
        var own = Files.Select(file => (file.Language, Path: $"{Folder}/{file.File}"))
            .Select(file => (file.Language, file.Path, Texts: folder.Has(file.Path) ? Read(folder, file.Path, problems) ?? [] : []))
            .ToList();
        foreach (var (_, path, texts) in own)
        {
            foreach (var (key, text) in texts)
            {
                if (own.Find(other => !other.Texts.ContainsKey(key)) is { Path: { } missing })
                {
                    problems.Add(new(folder.FileAt(path), text.Line, "oneLanguage", $"The text '{key}' is not in {missing}. Write it in both languages."));
                }
            }
        }

        return own.ToFrozenDictionary(each => each.Language, each => common[each.Language].With(Templates(each.Texts)));
    }

    private static PackFile ReadShipped(string path)
    {
        using var text = new StreamReader(typeof(TextsReader).Assembly.GetManifestResourceStream(path)!);
        return new PackFile(path, text.ReadToEnd());
    }

    private static Dictionary<string, Template> Templates(Dictionary<string, (Template Template, int Line)> texts) =>
        texts.ToDictionary(text => text.Key, text => text.Value.Template, StringComparer.Ordinal);

    private static Dictionary<string, (Template Template, int Line)>? Read(PackFolder folder, string path, ICollection<PackProblem> problems)
    {
        if (folder.Open(path, problems) is not { } fields)
        {
            return null;
        }

        var texts = new Dictionary<string, (Template, int)>(StringComparer.Ordinal);
        Add(fields, "", texts);
        return texts;
    }

    private static void Add(Fields fields, string prefix, Dictionary<string, (Template Template, int Line)> texts)
    {
        foreach (var name in fields.Names)
        {
            var key = prefix + name;
            if (fields.IsMap(name))
            {
                Add(fields.Map(name)!, key + ".", texts);
            }
            else if (!TextCatalogue.Places.TryGetValue(key, out var places))
            {
                fields.Report(name, "unknownText", $"There is no text '{key}'. {Spelling.Suggest(key, Siblings(prefix))}");
            }
            else if (fields.Text(name) is { Length: > 0 } text && Template(fields, name, text, places) is { } template)
            {
                if (!texts.TryAdd(key, (template, fields.AtKey(name).Line)))
                {
                    fields.Report(name, "duplicateKey", $"The text '{key}' stands here for the second time. Keep one of the two.");
                }
            }
        }
    }

    private static IEnumerable<string> Siblings(string prefix) =>
        TextCatalogue.Places.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal));

    private static Template? Template(Fields fields, string name, string text, string[] places)
    {
        var (template, fault) = Explaining.Template.Parse(text);
        if (template is null)
        {
            fields.Report(name, "placeholder", fault!);
            return null;
        }

        foreach (var (place, isNumber) in template.Places)
        {
            var known = Array.Exists(places, each => string.Equals(each.TrimStart('#'), place, StringComparison.Ordinal));
            if (!known)
            {
                fields.Report(name, "unknownPlaceholder", places.Length == 0
                    ? $"Nothing fills '{{{place}}}' here. Take it out."
                    : $"Nothing fills '{{{place}}}' here. {Spelling.Suggest(place, places.Select(each => each.TrimStart('#')))}");
            }
            else if (isNumber && !places.Contains("#" + place, StringComparer.Ordinal))
            {
                fields.Report(name, "plural", $"'{place}' is no number, so nothing turns on it. Write '{{{place}}}' alone.");
            }
        }

        return template;
    }
}
