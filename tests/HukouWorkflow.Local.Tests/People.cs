using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Local.Tests;

/// <summary>Synthetic people, told apart by a number, and what they send.</summary>
internal static class People
{
    /// <summary>Where they settle.</summary>
    public const string District = "500105";

    /// <summary>A valid number that nobody was ever given.</summary>
    public static string ResidentId(int person)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"500230{LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd").Format(new LocalDate(1970, 1, 1).PlusDays(person))}001");
        return digits + Core.Identity.ResidentId.CheckCharacterOf(digits);
    }

    /// <summary>An application of somebody registered as a resident, so that nothing has to be endorsed.</summary>
    public static object Application(int person, LocalDate residenceFrom, bool withChild = false) => new
    {
        applicant = new { name = string.Create(CultureInfo.InvariantCulture, $"Settler {person}"), residentId = ResidentId(person), language = "en" },
        origin = new { division = "500230", registration = "municipal", hukou = "rural" },
        destination = new { city = "500000", district = District },
        residence = new { from = Text(residenceFrom), basis = "registration", dwelling = "leased" },
        household = withChild
            ? [new { relation = "child", name = "A child", residentId = ResidentId(person + 16_100), schoolStage = "primary" }]
            : Array.Empty<object>(),
        consent = new { automaticGrant = true, registerChecks = true },
    };

    /// <summary>A short absence in the past, which costs nobody anything.</summary>
    public static object Absence(LocalDate from) => new { type = "absence", from = Text(from), to = Text(from.PlusDays(10)) };

    public static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

}
