using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>What a case still owes, and when it must be looked at next.</summary>
/// <param name="Owed">What is owed to the outside, due or not.</param>
/// <param name="NextWake">When to look next; null where only a person or a new fact can move the case.</param>
/// <param name="Due">The day by which a person must do something (endorse, decide), for work lists; null where nobody must.</param>
public sealed record Effects(IReadOnlyList<OwedEffect> Owed, Instant? NextWake, LocalDate? Due)
{
    // A pack taken away while cases live under it is a mistake somebody will mend; until then the case asks once a day.
    private static readonly Duration UntilPackReturns = Duration.FromDays(1);

    /// <summary>What a state owes.</summary>
    /// <param name="state">The state.</param>
    /// <param name="book">The rules.</param>
    /// <param name="now">The moment of looking.</param>
    /// <param name="evaluation">How the decider has just judged this state on this day, or null to judge it here.</param>
    public static Effects Of(CaseState state, PolicyBook book, Instant now, Evaluation? evaluation = null) => state.Status switch
    {
        CaseStatus.Checking => OfOwed(
            [.. state.Checks.Where(check => check.Outcome is null).Select(check => new OwedEffect.AskRegister(check.Effect, check.DueAt, check.Register))],
            due: null),
        CaseStatus.Granting => OfOwed(
            [.. state.Benefits.Where(benefit => benefit.Status != BenefitStatus.Granted).Select(benefit => new OwedEffect.RequestBenefit(benefit.Effect, benefit.DueAt, benefit.Kind, benefit.Person))],
            state.Benefits.Any(benefit => benefit.Status == BenefitStatus.Escalated)
                ? state.Benefits.Where(benefit => benefit.Status == BenefitStatus.Escalated).Min(benefit => ChinaTime.DateOf(benefit.At))
                : null),
        CaseStatus.ForReview => new([], null, state.Review?.DecideBy),
        CaseStatus.Received or CaseStatus.Accruing or CaseStatus.Suspended when state.Application is not null => OfClock(state, book, now, evaluation),
        _ => new([], null, null),
    };

    // Checking with every answer in, or granting with every benefit granted, waits for one more step: now.
    private static Effects OfOwed(IReadOnlyList<OwedEffect> owed, LocalDate? due) =>
        new(owed, owed.Count == 0 ? Instant.MinValue : owed.Min(effect => effect.DueAt), due);

    private static Effects OfClock(CaseState state, PolicyBook book, Instant now, Evaluation? evaluation)
    {
        var today = ChinaTime.DateOf(now);
        if ((evaluation ?? book.Evaluate(state, today))?.Best is not { } best)
        {
            return new([], now + UntilPackReturns, null);
        }

        LocalDate? next = null;
        foreach (var day in (LocalDate?[])[best.MetOn, best.Residence.LapsesOn, book.Find(state.Application!.Pack)!.NextVersionAfter(today)])
        {
            next = day is { } date && (next is null || date < next) ? date : next;
        }

        return new([], next is { } on ? ChinaTime.StartOf(on) : null, best.Residence.Next?.By);
    }
}
