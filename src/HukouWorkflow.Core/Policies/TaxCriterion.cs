using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// Tax paid over some consecutive calendar years. Any run of years will do, and it counts from 1 January after its last
/// year: until a year is over, what was paid in it can still be refunded.
/// </summary>
internal sealed record TaxCriterion(string Rule, Citation Citation, Yuan Required, int Years) : Criterion(Rule, Citation)
{
    public override Weighing Weigh(StatedCase stated) => Read(stated) is var (isStated, metOn, _) && isStated
        ? Weighing.From(metOn, stated.Today)
        : Weighing.Unknown;

    public override Finding Judge(StatedCase stated)
    {
        var asked = Figure.Cny("required", Required.Amount);
        var (isStated, _, most) = Read(stated);
        return isStated
            ? Found(Weigh(stated), [asked, Figure.Years("years", Years), Figure.Cny("paid", most.Amount)], [stated.Evidence("tax", register: null)])
            : Found(Weighing.Unknown, [asked, Figure.Years("years", Years)], []);
    }

    private (bool IsStated, LocalDate? MetOn, Yuan Most) Read(StatedCase stated)
    {
        if (stated.Facts.Taxes.Count == 0)
        {
            return default;
        }

        var paidIn = stated.Facts.Taxes.Where(tax => tax.Year >= 1 && tax.Year <= stated.Today.Year).ToList();
        var most = default(Yuan);
        LocalDate? metOn = null;
        foreach (var last in paidIn.Select(tax => tax.Year).Order())
        {
            var paid = paidIn.Where(tax => tax.Year > last - Years && tax.Year <= last).Aggregate(default(Yuan), (sum, tax) => sum + tax.Paid);
            most = paid.Reaches(most) ? paid : most;
            metOn ??= paid.Reaches(Required) ? new LocalDate(last + 1, 1, 1) : null;
        }

        return (paidIn.Count > 0, metOn, most);
    }
}
