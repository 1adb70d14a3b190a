using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion that is a length of time on one of the clocks.</summary>
internal abstract class ClockCriterion(string rule, Citation citation, Register? register) : Criterion(rule, citation)
{
    public override Weighing Weigh(StatedCase stated) => Weighing.From(Read(stated).MaturesOn, stated.Today);

    public override Finding Judge(StatedCase stated)
    {
        var reading = Read(stated);
        var figures = new List<Figure>(4)
        {
            Figure.Period("required", reading.Required),
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

        return Found(Weighing.From(reading.MaturesOn, stated.Today), figures, IsStated(stated, reading) ? [stated.Evidence(Rule, register)] : [])
            with
        { Gaps = reading.Gaps };
    }

    protected abstract ClockReading Read(StatedCase stated);

    private static bool IsStated(StatedCase stated, ClockReading reading) =>
        reading.CountsFrom is not null || reading.CreditedDays > 0 || reading.Gaps.Count > 0;
}
