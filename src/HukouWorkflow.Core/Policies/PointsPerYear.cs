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
        var steps = new List<PointsStep>();
        for (var years = 1; years <= MostYears; years++)
        {
            var points = Limited(each * years);
            if ((steps.Count > 0 && points == steps[^1].Points) || MaturesOn(stated, Years[years]) is not { } day)
            {
                break;
            }

            steps.Add(new PointsStep(day, points));
        }

        return steps;
    }

    private LocalDate? MaturesOn(StatedCase stated, Period years) => of switch
    {
        PointsSource.Residence => stated.Residence(terms with { Required = years }).MaturesOn,
        PointsSource.Work => stated.Work(CountedWork.Any, terms.Recognised).MaturesOn(years),
        PointsSource.Insurance => stated.Insurance(terms.Recognised).MaturesOn(years),
        _ => SpellClock.Read(DwellingSpells.Of(stated.Facts, dwellings), stated.Facts.Abodes, stated.Facts.City, years, GapReason.NoSuchDwelling, stated.Today).MaturesOn,
    };
}
