using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// Tax paid over some consecutive calendar years. Any run of years will do, and it counts from 1 January after its last
/// year: until a year is over, what was paid in it can still be refunded.
/// </summary>
internal sealed record TaxCriterion(string Rule, Citation Citation, Yuan Required, int Years) : Criterion(Rule, Citation)
{
    private readonly Figure _required = Figure.Cny("required", Required.Amount);
    private readonly Figure _years = Figure.Years("years", Years);

    public override Weighing Weigh(StatedCase stated) => Read(stated) is var (isStated, metOn, _) && isStated
        ? Weighing.From(metOn, stated.Today)
        : Weighing.Unknown;

    public override Finding Judge(StatedCase stated)
    {
        var (isStated, _, most) = Read(stated);
        return isStated
            ? Found(Weigh(stated), [_required, _years, Figure.Cny("paid", most.Amount)], [stated.Evidence("tax", register: null)])
            : Found(Weighing.Unknown, [_required, _years], []);
    }

    private (bool IsStated, LocalDate? MetOn, Yuan Most) Read(StatedCase stated)
    {
        var isStated = false;
        var most = default(Yuan);
        int? first = null;
        var taxes = stated.Facts.Taxes;
        for (var i = 0; i < taxes.Count; i++)
        {
            var last = taxes[i].Year;
            if (!Counts(last))
            {
                continue;
            }

            isStated = true;
            var paid = default(Yuan);
            for (var j = 0; j < taxes.Count; j++)
            {
                paid = Counts(taxes[j].Year) && taxes[j].Year > last - Years && taxes[j].Year <= last ? paid + taxes[j].Paid : paid;
            }

            most = paid.Reaches(most) ? paid : most;
            first = paid.Reaches(Required) && !(first <= last) ? last : first;
        }

        return (isStated, first is { } year ? new LocalDate(year + 1, 1, 1) : null, most);

        bool Counts(int year) => year >= 1 && year <= stated.Today.Year;
    }
}
