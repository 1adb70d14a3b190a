using System.Text.Json;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>The words of an enumeration as packs write them: camelCase, as in the HTTP contract.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(WordFor, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => ByWord.Keys;

    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);

    public static string WordFor(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
