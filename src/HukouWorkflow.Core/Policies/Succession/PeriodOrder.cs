using NodaTime;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>Which of two lengths of calendar time is certainly no longer than the other, from whatever day they are counted.</summary>
internal static class PeriodOrder
{
    private const int FewestDaysOfMonth = 28;
    private const int MostDaysOfMonth = 31;

    public static bool IsNoLonger(Period left, Period right) =>
        (Months(left) <= Months(right) && Days(left) <= Days(right))
        || (Months(left) * MostDaysOfMonth) + Days(left) <= (Months(right) * FewestDaysOfMonth) + Days(right);

    private static int Months(Period period) => (period.Years * 12) + period.Months;

    private static int Days(Period period) => (period.Weeks * 7) + period.Days;
}
