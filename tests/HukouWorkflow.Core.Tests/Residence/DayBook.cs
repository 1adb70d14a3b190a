using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>
/// A book with one line a day, on which is ticked every reason why the day does not count. It knows nothing of spans:
/// whatever it tells, it tells by leafing through the days one by one. A tick on its last line stands for a gap without end.
/// </summary>
internal sealed class DayBook(LocalDate first, LocalDate last, LocalDate today)
{
    private static readonly GapReason[] MostTellingFirst =
    [
        GapReason.Restart, GapReason.LeftCity, GapReason.LateEndorsement, GapReason.Absence, GapReason.NotEmployed, GapReason.NotInsured,
    ];

    private readonly int _lines = Period.DaysBetween(first, last) + 1;
    private readonly Dictionary<GapReason, bool[]> _ticks = [];

    public IEnumerable<LocalDate> Days => Enumerable.Range(0, _lines).Select(first.PlusDays);

    public void Tick(GapReason why, LocalDate day)
    {
        if (!_ticks.TryGetValue(why, out var lines))
        {
            _ticks[why] = lines = new bool[_lines];
        }

        lines[Period.DaysBetween(first, day)] = true;
    }

    /// <summary>Days to come have no gap but one that is open today.</summary>
    public void ForgetWhatIsNotOpenToday(GapReason why)
    {
        var open = today >= first && IsTicked(why, today);
        foreach (var day in Days.Where(day => day > today && _ticks.ContainsKey(why)))
        {
            open = open && IsTicked(why, day);
            _ticks[why][Period.DaysBetween(first, day)] = open;
        }
    }

    public GapReason? Why(LocalDate day)
    {
        foreach (var why in MostTellingFirst)
        {
            if (IsTicked(why, day))
            {
                return why;
            }
        }

        return null;
    }

    public IReadOnlyList<Gap> Gaps()
    {
        var gaps = new List<Gap>();
        Gap? running = null;
        foreach (var day in Days)
        {
            var why = Why(day);
            if (running is { } gap && gap.Why != why)
            {
                gaps.Add(gap with { To = day });
                running = null;
            }

            if (running is null && why is { } reason)
            {
                running = new Gap(day, null, reason);
            }
        }

        return running is { } endless ? [.. gaps, endless] : gaps;
    }

    public int CountedDays(LocalDate anchor) => Days.Count(day => day >= anchor && day < today && Why(day) is null);

    /// <summary>The day the time is complete and the day it is reckoned from, or null where a gap without end comes first.</summary>
    public (LocalDate MaturesOn, LocalDate CountsFrom)? Maturity(LocalDate anchor, Period required)
    {
        var endless = Gaps().Where(gap => gap.To is null).Select(gap => (LocalDate?)gap.From).SingleOrDefault();
        var gapDays = 0;
        for (var day = anchor; endless is null || day <= endless; day = day.PlusDays(1))
        {
            var countsFrom = anchor.PlusDays(gapDays);
            if (countsFrom + required == day)
            {
                return (day, countsFrom);
            }

            if (day <= last && Why(day) is not null)
            {
                gapDays++;
            }
        }

        return null;
    }

    public ClockReading Read(Period required, LocalDate anchor, (LocalDate MaturesOn, LocalDate CountsFrom)? maturity)
    {
        var gaps = Gaps();
        var complete = maturity is { } reached && reached.MaturesOn <= today;
        return new ClockReading(
            required,
            today,
            CountedDays(anchor),
            maturity?.CountsFrom,
            maturity?.MaturesOn,
            gaps,
            complete ? null : gaps.Where(gap => gap.From <= today && (gap.To is null || today < gap.To)).Select(gap => (Gap?)gap).SingleOrDefault(),
            null,
            null);
    }

    private bool IsTicked(GapReason why, LocalDate day) =>
        _ticks.TryGetValue(why, out var lines) && lines[Period.DaysBetween(first, day)];
}
