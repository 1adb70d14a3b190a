using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Ordeals;

/// <summary>Synthetic people, told apart by a number, and what they send.</summary>
public static class People
{
    /// <summary>Where they settle.</summary>
    public const string District = "500105";

    /// <summary>A valid number that nobody was ever given, of a grown person.</summary>
    public static string ResidentId(int person) => Number(new LocalDate(1970, 1, 1).PlusDays(person % 9_000), 1 + (person / 9_000));

    /// <summary>The number of the person's child, who goes to school in 2021.</summary>
    public static string ChildId(int person) => Number(new LocalDate(2008, 1, 1).PlusDays(person % 2_500), 1 + (person / 2_500));

    /// <summary>The number of the person's parent.</summary>
    public static string ParentId(int person) => Number(new LocalDate(1930, 1, 1).PlusDays(person % 9_000), 1 + (person / 9_000));

    /// <summary>An application of somebody registered as a resident, so that nothing has to be endorsed.</summary>
    public static object Application(int person, LocalDate residenceFrom, bool withChild = false) => new
    {
        applicant = new { name = string.Create(CultureInfo.InvariantCulture, $"Settler {person}"), residentId = ResidentId(person), language = "en" },
        origin = new { division = "500230", registration = "municipal", hukou = "rural" },
        destination = new { city = "500000", district = District },
        residence = new { from = Text(residenceFrom), basis = "registration", dwelling = "leased" },
        household = withChild
            ? [new { relation = "child", name = "A child", residentId = ChildId(person), schoolStage = "primary" }]
            : Array.Empty<object>(),
        consent = new { automaticGrant = true, registerChecks = true },
    };

    /// <summary>A short absence in the past, which costs nobody anything.</summary>
    public static object Absence(LocalDate from) => new { type = "absence", from = Text(from), to = Text(from.PlusDays(10)) };

    /// <summary>A day as the contract writes it.</summary>
    public static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Number(LocalDate born, int sequence)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"500230{LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd").Format(born)}{sequence:000}");
        return digits + Core.Identity.ResidentId.CheckCharacterOf(digits);
    }
}
