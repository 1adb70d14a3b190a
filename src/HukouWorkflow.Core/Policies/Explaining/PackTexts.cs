using System.Collections.Frozen;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>The sentences of a pack in one language: the common ones, and over them its own.</summary>
/// <param name="language">The language.</param>
/// <param name="templates">A template for every key of the catalogue.</param>
internal sealed class PackTexts(Language language, FrozenDictionary<string, Template> templates)
{
    public Language Language => language;

    public Grammar Grammar { get; } = Grammar.Of(language);

    /// <summary>A sentence with its places filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, TextValue Value)> values) => templates[key].Fill(values);

    /// <summary>What a pack calls something, in this language.</summary>
    public string In(LocalizedText text) => language == Language.Chinese ? text.ZhCn : text.En;

    /// <summary>The same with some sentences replaced.</summary>
    public PackTexts With(IReadOnlyDictionary<string, Template> own) => own.Count == 0
        ? this
        : new(language, templates.Concat(own).GroupBy(pair => pair.Key, (key, pairs) => KeyValuePair.Create(key, pairs.Last().Value), StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal));
}
