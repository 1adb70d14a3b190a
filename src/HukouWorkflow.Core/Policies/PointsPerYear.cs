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
/// <param name="terms">How the version counts residence, and what it recognises.</param>
internal sealed class PointsPerYear(string id, Citation citation, PointsSource of, IReadOnlyList<Dwelling> dwellings, decimal each, decimal? atMost, ResidenceTerms terms)
    : PointsRule(id, citation, atMost)
{
    // A working life; what would be reached later helps nobody.
    private const int MostYears = 50;

    private static readonly Period[] Years = [.. Enumerable.Range(0, MostYears + 1).Select(Period.FromYears)];

    public override IReadOnlyList<PointsStep> Steps(StatedCase stated)
    {
        var maturesOn = Clock(stated);
        var steps = new List<PointsStep>();
        for (var years = 1; years <= MostYears; years++)
        {
            var points = Limited(each * years);
            if ((steps.Count > 0 && points == steps[^1].Points) || maturesOn(Years[years]) is not { } day)
            {
                break;
            }

            steps.Add(new PointsStep(day, points));
        }

        return steps;
    }

    // Work, insurance and dwellings are read once for every length; residence is not, as a length that is complete outlives a restart.
    private Func<Period, LocalDate?> Clock(StatedCase stated) => of switch
    {
        PointsSource.Residence => years => ResidenceClock.Read(stated.Facts, terms with { Required = years }, stated.Today).MaturesOn,
        PointsSource.Work => stated.Work(CountedWork.Any, terms.Recognised).MaturesOn,
        PointsSource.Insurance => stated.Insurance(terms.Recognised).MaturesOn,
        _ => SpellCount.Of(DwellingSpells.Of(stated.Facts, dwellings), stated.Facts.Abodes, stated.Facts.City, GapReason.NoSuchDwelling, stated.Today).MaturesOn,
    };
}
