using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>One generated life in a city, the terms it is counted by and the day of the reading.</summary>
public sealed record ResidenceStory(SettlementFacts Facts, ResidenceTerms Terms, LocalDate Today)
{
    public override string ToString() =>
        $"city {Facts.City} {Facts.Basis} from {Reading.Text(Facts.ResidenceFrom)} abodes [{string.Join(' ', Facts.Abodes.Select(Reading.Text))}] " +
        $"endorsed [{string.Join(' ', Facts.Endorsements.Select(day => Reading.Text(day)))}] " +
        $"away [{string.Join(' ', Facts.Absences.Select(Reading.Text))}] required {Terms.Required} " +
        $"late {(Terms.LateEndorsement is { } late ? $"{late.Effect} after {late.GraceDays.ToString(CultureInfo.InvariantCulture)}" : "-")} " +
        $"allowance {Terms.AbsenceAllowance?.ToString(CultureInfo.InvariantCulture) ?? "-"} today {Reading.Text(Today)}";

    public static Arbitrary<ResidenceStory> Arbitrary() => Arb.From(Stories, Smaller);

    private static Gen<ResidenceStory> Stories =>
        from start in Calendars.Starts
        from basis in Gen.Elements(ResidenceBasis.Permit, ResidenceBasis.Permit, ResidenceBasis.Permit, ResidenceBasis.Registration)
        from required in Calendars.Lengths
        from grace in Gen.OneOf(Gen.Elements(0, 0, 30), Gen.Choose(0, 60))
        from late in Gen.Elements<LateEndorsement?>(
            null, new LateEndorsement(grace, LateEndorsementEffect.Gap), new LateEndorsement(grace, LateEndorsementEffect.Restart))
        from allowance in Gen.Elements<int?>(null, 0, 1, 7, 30, 90, 180, 180, 364)
        from places in Calendars.Cities
        from abodes in Calendars.Abodes(start, places)
        from endorsements in Endorsements(start, grace)
        from absences in Calendars.Spans(start)
        from today in Calendars.Todays(start, endorsements)
        select new ResidenceStory(
            TestFacts.Since(start, basis, endorsements, absences) with { City = places[0], Abodes = abodes },
            new ResidenceTerms(required, late, allowance),
            today);

    private static Gen<IReadOnlyList<LocalDate>> Endorsements(LocalDate start, int grace) =>
        from years in Gen.Choose(0, 12)
        from yearly in Gen.CollectToList(Enumerable.Range(1, years), year => Endorsement(start.PlusYears(year), grace))
        from wild in Gen.Choose(-400, 4700).Select(start.PlusDays).ListOf(2)
        from wildness in Gen.Choose(0, 8)
        select (IReadOnlyList<LocalDate>)[.. yearly.SelectMany(days => days), .. wild.Take(Math.Max(0, wildness - 6))];

    private static Gen<LocalDate[]> Endorsement(LocalDate anniversary, int grace) => Gen.Frequency(
        (10, Gen.Choose(0, 27).Select(days => new[] { anniversary.PlusDays(-days) })),
        (2, Gen.Constant(new[] { anniversary.PlusMonths(-1) })),
        (1, Gen.Constant(new[] { anniversary.PlusMonths(-1).PlusDays(-1) })),
        (1, Gen.Choose(32, 200).Select(days => new[] { anniversary.PlusDays(-days) })),
        (1, Gen.Constant(new[] { anniversary.PlusDays(grace) })),
        (1, Gen.Constant(new[] { anniversary.PlusDays(grace + 1) })),
        (2, Gen.Choose(1, 130).Select(days => new[] { anniversary.PlusDays(days) })),
        (1, Gen.Choose(0, 20).Select(days => new[] { anniversary.PlusDays(-days), anniversary.PlusDays(-days), anniversary })),
        (2, Gen.Constant(Array.Empty<LocalDate>())));

    private static IEnumerable<ResidenceStory> Smaller(ResidenceStory story)
    {
        foreach (var fewer in Calendars.OneLess(story.Facts.Endorsements))
        {
            yield return story with { Facts = story.Facts with { Endorsements = fewer } };
        }

        foreach (var fewer in Calendars.OneLess(story.Facts.Absences))
        {
            yield return story with { Facts = story.Facts with { Absences = fewer } };
        }

        foreach (var fewer in Calendars.OneLess(story.Facts.Abodes).Where(abodes => abodes.Count > 0))
        {
            yield return story with { Facts = story.Facts with { Abodes = fewer } };
        }

        if (story.Terms.AbsenceAllowance is not null)
        {
            yield return story with { Terms = story.Terms with { AbsenceAllowance = null } };
        }
    }
}
