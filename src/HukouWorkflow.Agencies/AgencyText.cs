using System.Buffers;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Agencies;

/// <summary>
/// What of an agency's words may enter the journal: codes and references, which are of few characters and name nobody.
/// The journal is kept for ever and is not encrypted, so free text ends here.
/// </summary>
internal static class AgencyText
{
    private const int MaxLength = 64;
    private const string CodeCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
    private static readonly SearchValues<char> InCodes = SearchValues.Create(CodeCharacters);
    private static readonly SearchValues<char> InReferences = SearchValues.Create(CodeCharacters + "/");

    /// <summary>The reason where it is a code, otherwise <c>unspecified</c>.</summary>
    public static string CodeOf(string? reason, PersonalData personal) =>
        Fits(reason, InCodes) && !NamesIdentity(reason!, personal) && !Names(reason!, personal) ? reason! : "unspecified";

    /// <summary>The reference where it is one, otherwise null.</summary>
    public static string? ReferenceOf(string? reference, PersonalData personal) =>
        Fits(reference, InReferences) && !NamesIdentity(reference!, personal) ? reference : null;

    private static bool Fits(string? text, SearchValues<char> characters) =>
        text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(characters);

    // An identity number has the characters of a code.
    private static bool NamesIdentity(string text, PersonalData personal) =>
        Holds(text, personal.ResidentId) || personal.Household.Any(member => Holds(text, member.ResidentId));

    // So has a name in Latin letters. References are not searched for names: a short one may stand in any reference by chance.
    private static bool Names(string text, PersonalData personal) =>
        Holds(text, personal.Name) || personal.Household.Any(member => Holds(text, member.Name));

    private static bool Holds(string text, string? part) =>
        !string.IsNullOrEmpty(part) && text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
