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

    private readonly LocalDate[] _days = [.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays)];
    private readonly bool[]?[] _ticks = new bool[]?[MostTellingFirst.Length];

    /// <summary>Ticks a reason on every day of which it is true, asked in order.</summary>
    public void Tick(GapReason why, Func<LocalDate, bool> isTrueOf)
    {
        var ticks = _ticks[(int)why] ??= new bool[_days.Length];
        for (var line = 0; line < _days.Length; line++)
        {
            ticks[line] |= isTrueOf(_days[line]);
        }
    }

    /// <summary>The same, but days to come have no gap but one that is open today.</summary>
    public void TickUnlessStillToCome(GapReason why, Func<LocalDate, bool> isTrueOf)
    {
        var isOpen = today >= first;
        Tick(why, day =>
        {
            var isTrue = isTrueOf(day);
            isOpen = isOpen && (isTrue || day < today);
            return isTrue && isOpen;
        });
    }

    public IReadOnlyList<Gap> Gaps()
    {
        var gaps = new List<Gap>();
        Gap? running = null;
        for (var line = 0; line < _days.Length; line++)
        {
            var day = _days[line];
            var why = Why(line);
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

    /// <summary>The day the time is complete and the day it is reckoned from, or null where a gap without end comes first.</summary>
    public (LocalDate MaturesOn, LocalDate CountsFrom)? Maturity(LocalDate anchor, Period required)
    {
        var endless = Gaps().Where(gap => gap.To is null).Select(gap => (LocalDate?)gap.From).SingleOrDefault();
        var (countsFrom, complete) = (anchor, anchor + required);
        var line = Period.DaysBetween(first, anchor);
        for (var day = anchor; endless is null || day <= endless; day = day.PlusDays(1), line++)
        {
            if (day == complete)
            {
                return (day, countsFrom);
            }

            if (line < _days.Length && Why(line) is not null)
            {
                countsFrom = countsFrom.PlusDays(1);
                complete = countsFrom + required;
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
            _days.Where((day, line) => day >= anchor && day < today && Why(line) is null).Count(),
            maturity?.CountsFrom,
            maturity?.MaturesOn,
            gaps,
            complete ? null : gaps.Where(gap => gap.From <= today && (gap.To is null || today < gap.To)).Select(gap => (Gap?)gap).SingleOrDefault(),
            null,
            null);
    }

    private GapReason? Why(int line)
    {
        foreach (var why in MostTellingFirst)
        {
            if (_ticks[(int)why] is { } ticks && ticks[line])
            {
                return why;
            }
        }

        return null;
    }
}
