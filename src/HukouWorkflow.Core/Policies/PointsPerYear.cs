using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Points for each full year of something.</summary>
/// <param name="id">The entry.</param>
/// <param name="citation">What it rests on.</param>
/// <param name="of">What is counted.</param>
/// <param name="dwellings">The dwellings that count, where dwellings are counted.</param>
/// <param name="each">The points a year.</param>
/// <param name="atMost">The most, or null.</param>
internal sealed class PointsPerYear(string id, Citation citation, PointsSource of, IReadOnlyList<Dwelling> dwellings, decimal each, decimal? atMost)
    : PointsRule(id, citation, atMost)
{
    // A working life; what would be reached later helps nobody.
    private const int MostYears = 50;

    private static readonly Period[] Years = [.. Enumerable.Range(0, MostYears + 1).Select(Period.FromYears)];
    private static readonly CountedWork AnyWork = new(Enum.GetValues<EmploymentKind>(), []);

    public override IReadOnlyList<PointsStep> Steps(StatedCase stated)
    {
        var steps = new List<PointsStep>();
        for (var years = 1; years <= MostYears; years++)
        {
            var points = Limited(each * years);
            if ((steps.Count > 0 && points == steps[^1].Points) || Read(stated, Years[years]).MaturesOn is not { } day)
            {
                break;
            }

            steps.Add(new PointsStep(day, points));
        }

        return steps;
    }

    private ClockReading Read(StatedCase stated, Period years)
    {
        var facts = stated.Facts;
        return of switch
        {
            PointsSource.Residence => ResidenceClock.Read(facts, stated.Terms with { Required = years }, stated.Today),
            PointsSource.Work => Spells(AnyWork.Of(facts).Concat(RecognisedTime.Of(stated.Terms.Recognised, facts, Accrual.Work)), GapReason.NotEmployed),
            PointsSource.Insurance => Spells(facts.StandingInsurance.Concat(RecognisedTime.Of(stated.Terms.Recognised, facts, Accrual.Insurance)), GapReason.NotInsured),
            _ => Spells(DwellingSpells.Of(facts, dwellings), GapReason.NoSuchDwelling),
        };

        ClockReading Spells(IEnumerable<DateSpan> spells, GapReason idle) => SpellClock.Read(spells, facts.Abodes, facts.City, years, idle, stated.Today);
    }
}
