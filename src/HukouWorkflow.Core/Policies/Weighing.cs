using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Whether a rule is fulfilled and when, without the reasons: what deciding needs, and no more.</summary>
/// <param name="Verdict">Whether it is fulfilled on the day of the evaluation.</param>
/// <param name="MetOn">The day it was or will be as things stand, or null where it will not be.</param>
/// <param name="Until">The first day it no longer is (an upper age limit), or null where it stays fulfilled.</param>
internal readonly record struct Weighing(Verdict Verdict, LocalDate? MetOn, LocalDate? Until)
{
    public static readonly Weighing Unknown = new(Verdict.Unknown, null, null);
    public static readonly Weighing Never = new(Verdict.NotMet, null, null);

    /// <summary>Fulfilled from a day on, or never where there is no such day.</summary>
    public static Weighing From(LocalDate? metOn, LocalDate today, LocalDate? until = null) =>
        new(metOn <= today && !(until <= today) ? Verdict.Met : Verdict.NotMet, until <= metOn ? null : metOn, until);

    /// <summary>All of several: not met if one is not; else unknown if one is; met on the last day of any, if the first still holds then.</summary>
    public static Weighing All(ReadOnlySpan<Weighing> parts)
    {
        LocalDate? last = LocalDate.MinIsoValue;
        LocalDate? until = null;
        var verdict = Verdict.Met;
        foreach (var part in parts)
        {
            last = last is { } soFar && part.MetOn is { } day ? LocalDate.Max(soFar, day) : null;
            until = part.Until is { } ends && !(until <= ends) ? ends : until;
            verdict = (verdict, part.Verdict) switch
            {
                (Verdict.NotMet, _) or (_, Verdict.NotMet) => Verdict.NotMet,
                (Verdict.Unknown, _) or (_, Verdict.Unknown) => Verdict.Unknown,
                _ => Verdict.Met,
            };
        }

        return new(verdict, until <= last ? null : last, until);
    }

    /// <summary>At least some of several: met if so many are; else unknown if they could be; met on the day enough of them are.</summary>
    public static Weighing AtLeast(int count, ReadOnlySpan<Weighing> parts)
    {
        var (met, unknown) = (0, 0);
        foreach (var part in parts)
        {
            met += part.Verdict == Verdict.Met ? 1 : 0;
            unknown += part.Verdict == Verdict.Unknown ? 1 : 0;
        }

        var verdict = met >= count ? Verdict.Met : met + unknown >= count ? Verdict.Unknown : Verdict.NotMet;
        Weighing? soonest = null;
        foreach (var part in parts)
        {
            if (part.MetOn is { } day && HoldOn(day, parts) >= count && !(soonest?.MetOn <= day))
            {
                soonest = part;
            }
        }

        return soonest is { MetOn: { } first } ? new(verdict, first, EndAfter(first, count, parts)) : new(verdict, null, null);
    }

    private static int HoldOn(LocalDate day, ReadOnlySpan<Weighing> parts)
    {
        var holding = 0;
        foreach (var part in parts)
        {
            holding += part.MetOn <= day && !(part.Until <= day) ? 1 : 0;
        }

        return holding;
    }

    // The first day after another on which too few hold; where others take over before that, it is no end.
    private static LocalDate? EndAfter(LocalDate day, int count, ReadOnlySpan<Weighing> parts)
    {
        LocalDate? end = null;
        foreach (var part in parts)
        {
            if (part.Until is { } until && until > day && HoldOn(until, parts) < count && !(end <= until))
            {
                end = until;
            }
        }

        return end;
    }
}
