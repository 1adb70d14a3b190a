using System.Globalization;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// Tax paid over some consecutive calendar years. Any run of years will do, and it counts from 1 January after its last
/// year: until a year is over, what was paid in it can still be refunded.
/// </summary>
internal sealed class TaxCriterion(string rule, Citation citation, Yuan required, int years) : Criterion(rule, citation)
{
    public override Finding Judge(StatedCase stated)
    {
        var asked = new Figure("required", Invariant(required.Amount), "cny");
        var paidIn = stated.Facts.Taxes.Where(tax => tax.Year >= 1 && tax.Year <= stated.Today.Year).ToList();
        if (paidIn.Count == 0)
        {
            return Unknown([asked]);
        }

        var most = default(Yuan);
        LocalDate? metOn = null;
        foreach (var last in paidIn.Select(tax => tax.Year).Order())
        {
            var paid = paidIn.Where(tax => tax.Year > last - years && tax.Year <= last).Aggregate(default(Yuan), (sum, tax) => sum + tax.Paid);
            most = paid.Reaches(most) ? paid : most;
            metOn ??= paid.Reaches(required) ? new LocalDate(last + 1, 1, 1) : null;
        }

        return new Finding(
            Rule,
            metOn <= stated.Today ? Verdict.Met : Verdict.NotMet,
            metOn,
            [asked, new("years", Invariant(years), "years"), new("paid", Invariant(most.Amount), "cny")],
            [stated.Evidence("tax", register: null)],
            Citation,
            [],
            []);
    }

    private static string Invariant(IFormattable number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
