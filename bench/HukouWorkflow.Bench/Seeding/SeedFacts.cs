using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>What seeded people state: lives that are still to mature.</summary>
internal static class SeedFacts
{
    private const int YearsOfResidence = 5;
    private const int DaysEndorsedEarly = 10;

    // Work matures in three years: whoever began by then would not be waiting.
    private const int MostDaysOfWork = 1000;

    /// <summary>Residence that began at any time from five years before <see cref="SeedPlan.Today"/> to the arrival.</summary>
    public static SettlementFacts Mixed(LocalDate arrives, DivisionCode district, SeedDice dice)
    {
        var earliest = SeedPlan.Today.PlusYears(-YearsOfResidence);
        var from = earliest.PlusDays(1 + dice.Below(Period.DaysBetween(earliest, arrives)));
        var facts = Plain(from, district, dice);
        if (dice.Happens(50))
        {
            facts = facts with { Basis = ResidenceBasis.Permit, Endorsements = [.. Endorsements(from, arrives)] };
        }

        if (dice.Happens(50))
        {
            var began = LocalDate.Min(arrives, LocalDate.Max(from.PlusDays(dice.Below(200)), SeedPlan.Today.PlusDays(-dice.Below(MostDaysOfWork))));
            facts = facts with
            {
                Employment = [new EmploymentSpell(EmploymentKind.Contract, new DateSpan(began, null))],
                Insurance = [new DateSpan(began, null)],
            };
        }

        return facts;
    }

    /// <summary>Residence whose five years are complete on a day.</summary>
    public static SettlementFacts DueOn(LocalDate day, DivisionCode district, SeedDice dice) => Plain(day.PlusYears(-YearsOfResidence), district, dice);

    private static SettlementFacts Plain(LocalDate from, DivisionCode district, SeedDice dice) => new()
    {
        City = new DivisionCode(district.Province * 10_000),
        Registration = Registration.Municipal,
        Hukou = HukouKind.Rural,
        ResidenceFrom = from,
        Basis = ResidenceBasis.Registration,
        Abodes = [new Abode(from, district)],
        Dwellings = [new DwellingSince(from, Dwelling.Leased)],
        Household = [.. Household(dice)],
    };

    private static IEnumerable<LocalDate> Endorsements(LocalDate from, LocalDate until)
    {
        for (var years = 1; from.PlusYears(years) <= until.PlusDays(DaysEndorsedEarly); years++)
        {
            yield return from.PlusYears(years).PlusDays(-DaysEndorsedEarly);
        }
    }

    private static IEnumerable<HouseholdMember> Household(SeedDice dice)
    {
        var members = dice.Below(4);
        for (var no = 1; no <= members; no++)
        {
            yield return no == 1
                ? new HouseholdMember(no, Relation.Spouse, null)
                : new HouseholdMember(no, Relation.Child, SeedPlan.Today.Year - 4 + dice.Below(9));
        }
    }
}
