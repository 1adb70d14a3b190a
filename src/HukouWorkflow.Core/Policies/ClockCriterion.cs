using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion that is a length of time on one of the clocks.</summary>
/// <param name="Rule">The rule's stable name.</param>
/// <param name="Citation">What it rests on.</param>
/// <param name="AskedOf">The register that is asked about it, or null where none is.</param>
/// <param name="Length">The time asked for, or null where any suffices.</param>
internal abstract record ClockCriterion(string Rule, Citation Citation, Register? AskedOf, Period? Length) : Criterion(Rule, Citation)
{
    protected Figure RequiredFigure { get; } = Figure.Period("required", Length ?? Period.Zero);

    public override Weighing Weigh(StatedCase stated) => Weighing.From(MaturesOn(stated), stated.Today);

    public override Finding Judge(StatedCase stated)
    {
        var reading = Read(stated);
        var figures = new List<Figure>(4)
        {
            RequiredFigure,
            Figure.Days("creditedDays", reading.CreditedDays),
        };
        if (reading.CountsFrom is { } day)
        {
            figures.Add(Figure.Date("countsFrom", day));
        }

        if (reading.RecognisedDays > 0)
        {
            figures.Add(Figure.Days("recognisedDays", reading.RecognisedDays));
        }

        return Found(Weighing.From(reading.MaturesOn, stated.Today), figures, IsStated(reading) ? [stated.Evidence(Rule, AskedOf)] : [])
            with
        { Gaps = reading.Gaps };
    }

    protected abstract ClockReading Read(StatedCase stated);

    protected virtual LocalDate? MaturesOn(StatedCase stated) => Read(stated).MaturesOn;

    // A clock that never began has no day to count from, and nothing that stopped it.
    private static bool IsStated(ClockReading reading) => reading.CountsFrom is not null || reading.Gaps.Count > 0;
}
