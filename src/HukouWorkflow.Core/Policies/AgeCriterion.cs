using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// An age within limits. Only the year of birth is known here, and it is reckoned in the applicant's favour: an age is reached on
/// 1 January of its year, and an upper limit is kept to the end of the year in which it is passed. The population register is asked before anything is granted.
/// </summary>
/// <param name="citation">What it rests on.</param>
/// <param name="atLeast">The least age in years, or null.</param>
/// <param name="atMost">The highest age in years, or null.</param>
/// <param name="womenAtMost">The highest age of women where it differs, or null. Where the sex is not known, the higher limit holds.</param>
internal sealed class AgeCriterion(Citation citation, int? atLeast, int? atMost, int? womenAtMost) : Criterion("age", citation)
{
    public override Weighing Weigh(StatedCase stated)
    {
        if (stated.Facts.BornIn is not { } born)
        {
            return Weighing.Unknown;
        }

        LocalDate? until = HighestFor(stated.Facts.Sex) is { } highest ? new LocalDate(born + highest + 2, 1, 1) : null;
        var weighing = Weighing.From(new LocalDate(born + (atLeast ?? 0), 1, 1), stated.Today, until);
        return until <= stated.Today ? Weighing.Never : weighing;
    }

    public override Finding Judge(StatedCase stated)
    {
        var figures = new List<Figure>(3);
        if (atLeast is { } least)
        {
            figures.Add(Figure.Years("atLeast", least));
        }

        if (HighestFor(stated.Facts.Sex) is { } highest)
        {
            figures.Add(Figure.Years("atMost", highest));
        }

        if (stated.Facts.BornIn is { } born)
        {
            figures.Add(Figure.Year("bornIn", born));
        }

        return Found(Weigh(stated), figures, stated.Facts.BornIn is null ? [] : [stated.Evidence(Rule, Register.Population)]);
    }

    private int? HighestFor(Sex? sex) => (sex, atMost, womenAtMost) switch
    {
        (Sex.Male, _, _) or (_, _, null) => atMost,
        (Sex.Female, _, _) => womenAtMost,
        (_, { } men, { } women) => Math.Max(men, women),
        _ => null,
    };
}
