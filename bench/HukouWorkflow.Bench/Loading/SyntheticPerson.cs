using System.Globalization;
using HukouWorkflow.Core.Identity;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Bench.Loading;

/// <summary>People nobody ever was, told apart by a number.</summary>
internal static class SyntheticPerson
{
    /// <summary>How many there are.</summary>
    public const int Count = Sequences * Days * 100;

    private const int Sequences = 1_000;

    // Born in 1950 to 2004: all of age.
    private const int Days = 20_000;
    private const int FirstDivision = 500_200;
    private static readonly LocalDate FirstBirth = new(1950, 1, 1);
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly byte[][] Births = [.. Enumerable.Range(0, Days).Select(day => System.Text.Encoding.ASCII.GetBytes(Compact.Format(FirstBirth.PlusDays(day))))];

    /// <summary>Writes somebody's resident identity number, with its right check character, into eighteen bytes of ASCII.</summary>
    public static void WriteResidentId(int person, Span<byte> into)
    {
        (FirstDivision + person / (Sequences * Days)).TryFormat(into, out _, "D6", CultureInfo.InvariantCulture);
        Births[person / Sequences % Days].CopyTo(into[6..]);
        (person % Sequences).TryFormat(into[14..], out _, "D3", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[17];
        for (var index = 0; index < digits.Length; index++)
        {
            digits[index] = (char)into[index];
        }

        into[17] = (byte)ResidentId.CheckCharacterOf(digits);
    }
}
