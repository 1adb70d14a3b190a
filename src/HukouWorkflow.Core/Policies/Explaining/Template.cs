using System.Text;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>
/// A sentence with places to fill: <c>{placeholder}</c>, or <c>{days:one day|# days}</c> where the words turn on a number
/// (the first for exactly one, <c>#</c> for the number). Parsed once, when the packs are read.
/// </summary>
internal sealed class Template
{
    private readonly IReadOnlyList<Part> _parts;

    private Template(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>Every place, by the name of what fills it; a plural's only where it must be a number.</summary>
    public IEnumerable<(string Name, bool IsNumber)> Places => _parts.Where(part => part.Name is not null).Select(part => (part.Name!, part.One is not null));

    /// <summary>A text as a template, or what is wrong with it.</summary>
    public static (Template? Template, string? Fault) Parse(string text)
    {
        var parts = new List<Part>();
        var at = 0;
        while (at < text.Length)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0)
            {
                parts.Add(new Part(text[at..], null, null));
                break;
            }

            if (brace > 0)
            {
                parts.Add(new Part(text.Substring(at, brace), null, null));
            }

            var end = text.IndexOf('}', at + brace);
            if (text[at + brace] == '}' || end < 0 || Place(text[(at + brace + 1)..end]) is not { } place)
            {
                return (null, "A place to fill is '{name}' or '{name:one|many}', and a brace stands nowhere else. Close it, or take it out.");
            }

            parts.Add(place);
            at = end + 1;
        }

        return (new Template(parts), null);
    }

    /// <summary>The sentence with its places filled.</summary>
    /// <exception cref="ArgumentException">Something to fill a place is missing: a mistake in this program, because reading refuses names it does not know.</exception>
    public string Fill(params ReadOnlySpan<(string Name, TextValue Value)> values)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Name is null)
            {
                text.Append(part.Text);
                continue;
            }

            var value = Find(values, part.Name);
            var form = value.Number == 1 ? part.One : part.Text;
            text.Append(part.One is null
                ? value.Words ?? Grammar.Number(value.Number)
                : form!.Replace("#", Grammar.Number(value.Number), StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private static Part? Place(string inside)
    {
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? inside : inside[..colon];
        if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        return colon < 0 ? new Part("", name, null)
            : inside[(colon + 1)..].Split('|') is [var one, var many] ? new Part(many, name, one)
            : null;
    }

    private static TextValue Find(ReadOnlySpan<(string Name, TextValue Value)> values, string name)
    {
        foreach (var (each, value) in values)
        {
            if (string.Equals(each, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new ArgumentException($"Nothing fills the place '{name}'.", nameof(name));
    }

    /// <summary>A stretch of text, or a place: then the text is what stands for many.</summary>
    private sealed record Part(string Text, string? Name, string? One);
}
