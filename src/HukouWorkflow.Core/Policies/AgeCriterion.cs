using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// An age within limits. Only the year of birth is known here, and it is reckoned in the applicant's favour: an age is reached on
/// 1 January of its year, and an upper limit is kept to the end of the year in which it is passed. The population register is asked before anything is granted.
/// </summary>
/// <param name="Citation">What it rests on.</param>
/// <param name="AtLeast">The least age in years, or null.</param>
/// <param name="AtMost">The highest age in years, or null.</param>
/// <param name="WomenAtMost">The highest age of women where it differs, or null. Where the sex is not known, the higher limit holds.</param>
internal sealed record AgeCriterion(Citation Citation, int? AtLeast, int? AtMost, int? WomenAtMost) : Criterion("age", Citation)
{
    public override Weighing Weigh(StatedCase stated)
    {
        if (stated.Facts.BornIn is not { } born)
        {
            return Weighing.Unknown;
        }

        LocalDate? until = HighestFor(stated.Facts.Sex) is { } highest ? new LocalDate(born + highest + 2, 1, 1) : null;
        var weighing = Weighing.From(new LocalDate(born + (AtLeast ?? 0), 1, 1), stated.Today, until);
        return until <= stated.Today ? Weighing.Never : weighing;
    }

    public override Finding Judge(StatedCase stated)
    {
        var figures = new List<Figure>(3);
        if (AtLeast is { } least)
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

    private int? HighestFor(Sex? sex) => (sex, AtMost, WomenAtMost) switch
    {
        (Sex.Male, _, _) or (_, _, null) => AtMost,
        (Sex.Female, _, _) => WomenAtMost,
        (_, { } men, { } women) => Math.Max(men, women),
        _ => null,
    };
}
