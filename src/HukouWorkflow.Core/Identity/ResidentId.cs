using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Identity;

/// <summary>
/// A resident identity number (GB 11643-1999): six digits of the division of first registration, eight of the birth date,
/// three of sequence (odd: male) and a check character. Personal data: it prints itself masked, so that no log or error
/// text can carry it by accident. A current address is never inferred from it.
/// </summary>
public sealed record ResidentId
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private ResidentId(string value, DivisionCode division, LocalDate birthDate)
    {
        Value = value;
        FirstRegistered = division;
        BirthDate = birthDate;
    }

    /// <summary>The eighteen characters, the check character in upper case.</summary>
    public string Value { get; }

    /// <summary>Where the person was first registered; the division may since have been renamed or merged.</summary>
    public DivisionCode FirstRegistered { get; }

    /// <summary>The date of birth.</summary>
    public LocalDate BirthDate { get; }

    /// <summary>The sex: the last digit of the sequence is odd for men.</summary>
    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Reads a number, checking its length, division, birth date and check character.</summary>
    /// <param name="text">Eighteen characters; a lower-case <c>x</c> is taken for <c>X</c>.</param>
    /// <param name="id">The number where it is one.</param>
    /// <param name="fault">What is wrong with it where it is not.</param>
    /// <returns>Whether the text is a resident identity number.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ResidentId? id, out ResidentIdFault fault)
    {
        id = null;
        if (text is not { Length: 18 } || text.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') || (text[17] is not ('X' or 'x') && !char.IsAsciiDigit(text[17])))
        {
            fault = ResidentIdFault.Shape;
            return false;
        }

        if (!DivisionCode.TryParse(text[..6], out var division))
        {
            fault = ResidentIdFault.Division;
            return false;
        }

        if (!TryReadDate(text.AsSpan(6, 8), out var birthDate))
        {
            fault = ResidentIdFault.BirthDate;
            return false;
        }

        if (CheckCharacterOf(text.AsSpan(0, 17)) != char.ToUpperInvariant(text[17]))
        {
            fault = ResidentIdFault.CheckCharacter;
            return false;
        }

        fault = ResidentIdFault.None;
        id = new ResidentId(text.ToUpperInvariant(), division, birthDate);
        return true;
    }

    /// <summary>The check character that belongs to seventeen digits (GB 11643-1999, ISO 7064 MOD 11-2).</summary>
    /// <param name="digits">Exactly seventeen ASCII digits.</param>
    public static char CheckCharacterOf(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (digits[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>Whole years of age on a day; someone born on 29 February comes of age on 28 February in a common year.</summary>
    public int AgeOn(LocalDate day) => Period.Between(BirthDate, day, PeriodUnits.Years).Years;

    /// <summary>A mask, never the number.</summary>
    public override string ToString() => "ResidentId(masked)";

    private static bool TryReadDate(ReadOnlySpan<char> digits, out LocalDate date)
    {
        date = default;
        var year = int.Parse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture);
        var month = int.Parse(digits.Slice(4, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var day = int.Parse(digits[6..], NumberStyles.None, CultureInfo.InvariantCulture);
        // The standard itself gives a number of someone born in 1880; a year before 1800 is a slip of the pen.
        if (year < 1800 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }
}
