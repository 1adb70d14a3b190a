using System.Globalization;
using HukouWorkflow.Core.Identity;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>
/// The keys of one mapping. Whatever is missing or wrong is reported and stands as an empty value, so that one reading finds
/// every problem; nothing made of it is ever used, because a book with problems does not exist.
/// </summary>
internal sealed class Fields(YamlMappingNode node, string file, ICollection<PackProblem> problems)
{
    // A key that is no plain text has no name; the end of the reading refuses it.
    private readonly Dictionary<string, YamlNode> _values = node.Children
        .Where(pair => pair.Key is YamlScalarNode { Value: not null })
        .ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => pair.Value, StringComparer.Ordinal);

    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Where the mapping begins.</summary>
    public SourceLine At => LineOf(node);

    /// <summary>The keys that are there, for mappings whose keys are names.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    public bool Has(string key)
    {
        _known.Add(key);
        return _values.ContainsKey(key);
    }

    public SourceLine AtKey(string key) => _values.TryGetValue(key, out var value) ? LineOf(value) : At;

    public void Report(string key, string rule, string message) => Report(AtKey(key), rule, message);

    public void Report(SourceLine at, string rule, string message) => problems.Add(new(at.File, at.Line, rule, message));

    public bool IsMap(string key) => _values.GetValueOrDefault(key) is YamlMappingNode;

    public bool IsEmptyList(string key) => _values.GetValueOrDefault(key) is YamlSequenceNode { Children.Count: 0 };

    public string Text(string key) => Scalar(Find(key), key);

    public string? OptionalText(string key) => Has(key) ? Text(key) : null;

    public LocalDate Date(string key) => DateOf(Find(key), key);

    public LocalDate? OptionalDate(string key) => Has(key) ? Date(key) : null;

    /// <summary>One word of a few.</summary>
    public T Word<T>(string key)
        where T : struct, Enum => WordOf<T>(Find(key), key);

    /// <summary>A list of words, each of a few.</summary>
    public IReadOnlyList<T> WordList<T>(string key)
        where T : struct, Enum => [.. Items(key).Select(item => WordOf<T>(item, key))];

    public IReadOnlyList<string> TextList(string key) => [.. Items(key).Select(item => Scalar(item, key))];

    public IReadOnlyList<LocalDate> DateList(string key) => [.. Items(key).Select(item => DateOf(item, key))];

    public IReadOnlyList<Fields> MapList(string key) => [.. Items(key).Select(item => MapOf(item, key)).OfType<Fields>()];

    public Fields? Map(string key) => MapOf(Find(key), key);

    /// <summary>A text in English and Chinese.</summary>
    public LocalizedText Localized(string key) => Map(key) is { } map ? map.Localized() : new("", "");

    /// <summary>This mapping itself as a text in English and Chinese.</summary>
    public LocalizedText Localized()
    {
        var text = new LocalizedText(Text("en"), Text("zh-CN"));
        End();
        return text;
    }

    /// <summary>What this mapping rests on: its <c>status</c> and <c>reference</c>.</summary>
    public Citation Citation()
    {
        var status = Word<ValueStatus>("status");
        if (Map("reference") is not { } reference)
        {
            return new("", null, null, status);
        }

        Uri? link = null;
        if (reference.OptionalText("link") is { } text && !Uri.TryCreate(text, UriKind.Absolute, out link))
        {
            reference.Report("link", "link", $"'{text}' is no link. Write the whole address, or leave it out.");
        }

        var citation = new Citation(reference.Text("document"), reference.OptionalText("article"), link, status);
        reference.End();
        return citation;
    }

    /// <summary>A whole number, 0 or more.</summary>
    public int Number(string key)
    {
        var text = Text(key);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text.Length > 0)
        {
            Report(key, "number", $"'{text}' is no whole number. Write digits.");
        }

        return number;
    }

    /// <summary>A number, 0 or more.</summary>
    public decimal Decimal(string key)
    {
        var text = Text(key);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && text.Length > 0)
        {
            Report(key, "number", $"'{text}' is no number. Write digits.");
        }

        return number;
    }

    /// <summary>A length of time, longer than nothing.</summary>
    public Period Period(string key)
    {
        var text = Text(key);
        var period = Quantity.TryPeriod(text);
        if (period is null && text.Length > 0)
        {
            Report(key, "period", $"'{text}' is no period. Write years, months or days as ISO 8601 has it: P1Y.");
        }

        return period ?? NodaTime.Period.Zero;
    }

    /// <summary>A day of every year, as MM-DD.</summary>
    public AnnualDate DayOfYear(string key)
    {
        var text = Text(key);
        var parsed = AnnualDatePattern.Iso.Parse(text);
        if (!parsed.Success && text.Length > 0)
        {
            Report(key, "date", $"'{text}' is no day of the year. Write MM-DD.");
        }

        return parsed.Success ? parsed.Value : new AnnualDate(1, 1);
    }

    /// <summary>A division that must be there (GB/T 2260).</summary>
    public DivisionCode Division(string key) => DivisionOf(Text(key), AtKey(key));

    /// <summary>The division that a key names.</summary>
    public DivisionCode DivisionKey(string key) => DivisionOf(key, AtKey(key));

    public IReadOnlyList<DivisionCode> DivisionList(string key) => [.. Items(key).Select(item => DivisionOf(Scalar(item, key), LineOf(item)))];

    /// <summary>Reports an end that does not come after its beginning.</summary>
    public void CheckSpan(LocalDate? since, LocalDate? until)
    {
        if (until <= since)
        {
            Report("until", "noCriteria", "This ends before it begins, so nobody can meet it. Put 'until' after 'since'.");
        }
    }

    /// <summary>Reports every key that nothing asked for. To be called once everything was read.</summary>
    public void End()
    {
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!_known.Contains(name))
            {
                Report(LineOf(key), "unknownKey", Invariants.WhyNot(name) ?? $"'{name}' is no key here. {Spelling.Suggest(name, _known)}");
            }
        }
    }

    private DivisionCode DivisionOf(string text, SourceLine at)
    {
        if (!DivisionCode.TryParse(text, out var code) && text.Length > 0)
        {
            Report(at, "division", $"'{text}' is no division code. Write six digits (GB/T 2260).");
        }

        return code;
    }

    private YamlNode? Find(string key)
    {
        if (!Has(key))
        {
            Report(At, "missingKey", $"'{key}' is missing. Add it.");
        }

        return _values.GetValueOrDefault(key);
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        switch (Find(key))
        {
            case YamlSequenceNode list:
                return list.Children;
            case { } other:
                Report(LineOf(other), "type", $"'{key}' must be a list. Write '- ' before each item.");
                return [];
            default:
                return [];
        }
    }

    private string Scalar(YamlNode? value, string key)
    {
        if (value is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        if (value is not null)
        {
            Report(LineOf(value), "type", $"'{key}' must be one plain value that is not empty. Write it on the same line.");
        }

        return "";
    }

    private LocalDate DateOf(YamlNode? value, string key)
    {
        var text = Scalar(value, key);
        var date = LocalDatePattern.Iso.Parse(text);
        if (text.Length > 0 && !date.Success)
        {
            Report(LineOf(value!), "date", $"'{text}' is no date. Write a day of the calendar as YYYY-MM-DD.");
        }

        return date.Success ? date.Value : LocalDate.MinIsoValue;
    }

    private T WordOf<T>(YamlNode? value, string key)
        where T : struct, Enum
    {
        var text = Scalar(value, key);
        if (Words<T>.TryParse(text, out var word) || text.Length == 0)
        {
            return word;
        }

        Report(LineOf(value!), "word", $"'{text}' is no {key} known here. {Spelling.Suggest(text, Words<T>.All)}");
        return default;
    }

    private Fields? MapOf(YamlNode? value, string key)
    {
        if (value is YamlMappingNode map)
        {
            return new Fields(map, file, problems);
        }

        if (value is not null)
        {
            Report(LineOf(value), "type", $"'{key}' must be a mapping. Write 'key: value' lines under it.");
        }

        return null;
    }

    private SourceLine LineOf(YamlNode at) => new(file, (int)at.Start.Line);
}
