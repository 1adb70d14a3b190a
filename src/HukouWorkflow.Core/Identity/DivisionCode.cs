using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HukouWorkflow.Core.Identity;

/// <summary>
/// An administrative division of China by its six-digit code (GB/T 2260): two digits province, two prefecture, two
/// county. Codes are revised every year; whoever stores one says which revision it was read from.
/// </summary>
/// <param name="Value">The code as a number, 110000 to 829999.</param>
public readonly record struct DivisionCode(int Value)
{
    // GB/T 2260, first two digits: the provinces, autonomous regions, municipalities and special regions.
    private static readonly HashSet<int> Provinces =
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
        50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
    ];

    /// <summary>The province's two digits.</summary>
    public int Province => Value / 10_000;

    /// <summary>Reads six digits whose province exists. Whether the county exists depends on the year and is not judged.</summary>
    /// <param name="text">Six ASCII digits.</param>
    /// <param name="code">The code, or the default where the text is none.</param>
    /// <returns>Whether the text is a division code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code)
    {
        code = default;
        if (text is not { Length: 6 }
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || !Provinces.Contains(new DivisionCode(value).Province))
        {
            return false;
        }

        code = new DivisionCode(value);
        return true;
    }

    /// <summary>
    /// Whether this division lies in a city (or is it): a municipality's districts share its province digits, a
    /// prefecture city's share its first four.
    /// </summary>
    /// <param name="city">The city's own code, ending in four zeros (a municipality) or two (a prefecture city).</param>
    public bool IsIn(DivisionCode city) =>
        city.Value % 10_000 == 0 ? Province == city.Province : Value / 100 == city.Value / 100;

    /// <summary>The six digits.</summary>
    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);
}
