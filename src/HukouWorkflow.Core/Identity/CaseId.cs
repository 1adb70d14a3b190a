using System.Diagnostics.CodeAnalysis;

namespace HukouWorkflow.Core.Identity;

/// <summary>
/// Names a case for life: a version 7 UUID (RFC 9562), so that cases sort by the moment they were received and a
/// store's keys arrive in order. It says nothing about the person.
/// </summary>
/// <param name="Value">The UUID.</param>
public readonly record struct CaseId(Guid Value) : IComparable<CaseId>
{
    /// <summary>Reads the hyphenated form that <see cref="ToString"/> writes, and no other.</summary>
    /// <param name="text">For example <c>019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55</c>; null is not a case id.</param>
    /// <param name="id">The id, or the default where the text is none.</param>
    /// <returns>Whether the text is a case id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out CaseId id)
    {
        // Guid.TryParseExact also takes upper case, blanks and signs; one case must have one address.
        var isId = Guid.TryParseExact(text, "D", out var value) && string.Equals(value.ToString("D"), text, StringComparison.Ordinal);
        id = isId ? new CaseId(value) : default;
        return isId;
    }

    /// <summary>Orders by the UUID's bytes, which is the order in which cases were received.</summary>
    public int CompareTo(CaseId other) => Value.CompareTo(other.Value);

    /// <summary>The hyphenated lower-case form, as it stands in URLs.</summary>
    public override string ToString() => Value.ToString("D");

    /// <summary>Whether one case was received before another.</summary>
    public static bool operator <(CaseId left, CaseId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one case was received after another.</summary>
    public static bool operator >(CaseId left, CaseId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one case was received no later than another.</summary>
    public static bool operator <=(CaseId left, CaseId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one case was received no earlier than another.</summary>
    public static bool operator >=(CaseId left, CaseId right) => left.CompareTo(right) >= 0;
}
