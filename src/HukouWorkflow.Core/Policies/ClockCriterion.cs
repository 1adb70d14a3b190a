using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion that is a length of time on one of the clocks.</summary>
internal abstract class ClockCriterion(string rule, Citation citation, Register register) : Criterion(rule, citation)
{
    public override Finding Judge(StatedCase stated)
    {
        var reading = Read(stated);
        var figures = new List<Figure>(3)
        {
            new("required", PeriodPattern.Roundtrip.Format(reading.Required), "period"),
            new("creditedDays", reading.CreditedDays.ToString(CultureInfo.InvariantCulture), "days"),
        };
        if (reading.CountsFrom is { } day)
        {
            figures.Add(new("countsFrom", LocalDatePattern.Iso.Format(day), "date"));
        }

        return new Finding(
            Rule,
            reading.IsComplete ? Verdict.Met : Verdict.NotMet,
            reading.MaturesOn,
            figures,
            reading.CountsFrom is null ? [] : [stated.Evidence(Rule, register)],
            Citation,
            reading.Gaps,
            []);
    }

    protected abstract ClockReading Read(StatedCase stated);
}
