using System.Buffers;

namespace HukouWorkflow.Core.Identity;

/// <summary>
/// A unified social credit code, which names an employer (GB 32100-2015). At least one code in use fails its own check,
/// so a wrong check character is a reason to warn and never to reject.
/// </summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>Whether a text has the form of a code: eighteen characters of the alphabet without I, O, S, V and Z.</summary>
    public static bool HasForm(string text) => text.Length == 18 && !text.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>Whether a text of the right form carries the right check character.</summary>
    public static bool HasCheck(string text)
    {
        if (!HasForm(text))
        {
            return false;
        }

        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            sum += Alphabet.IndexOf(text[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31] == text[17];
    }
}
