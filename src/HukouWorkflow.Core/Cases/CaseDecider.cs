using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>
/// Decides what happens to a case. Pure: the same state, command, rules and moment always give the same events, and no
/// command on any state throws. It can grant by itself; nothing in it can refuse (PIPL art. 24).
/// </summary>
public static class CaseDecider
{
    // Administrative Licensing Law art. 42, by analogy: a decision within twenty working days.
    private const int WorkingDaysToDecide = 20;

    // Written into the event that asks them: the numbers of the effects of old cases must not move when a register is added.
    private static readonly Register[] RegistersAsked = Enum.GetValues<Register>();

    /// <summary>Decides.</summary>
    /// <param name="state">The case as it stands.</param>
    /// <param name="command">What is asked of it.</param>
    /// <param name="book">The rules.</param>
    /// <param name="now">The moment, by the service's clock.</param>
    public static Decision Decide(CaseState state, CaseCommand command, PolicyBook book, Instant now)
    {
        var decision = (state, command) switch
        {
            ({ Application: null }, CaseCommand.Submit submit) => Decision.Of(submit.Application),
            ({ Application: null }, _) => Decision.Reject(Rejection.NoSuchCase),
            (_, CaseCommand.Submit) => Decision.Reject(Rejection.AlreadyOpen),
            (_, CaseCommand.View view) => Decision.Of(new CaseViewed(view.By, view.Role)),
            ({ IsClosed: true }, CaseCommand.Advance or CaseCommand.TakeRegisterReply or CaseCommand.TakeBenefitReply or CaseCommand.AllotPlace) => Decision.Nothing,
            ({ IsClosed: true }, _) => Decision.Reject(Rejection.CaseClosed),
            ({ Status: CaseStatus.Granting }, CaseCommand.StateFact or CaseCommand.AddEvidence or CaseCommand.Withdraw) => Decision.Reject(Rejection.AlreadyGranted),
            (_, CaseCommand.StateFact statement) => State(state, statement.Fact),
            ({ Status: CaseStatus.Received or CaseStatus.Accruing or CaseStatus.Suspended }, CaseCommand.AllotPlace allotted) => State(state, new PlaceAllotted(allotted.Place)),
            (_, CaseCommand.AllotPlace) => Decision.Nothing,
            (_, CaseCommand.AddEvidence evidence) => AddEvidence(state, evidence),
            (_, CaseCommand.Withdraw) => Decision.Of(new ApplicationWithdrawn()),
            (_, CaseCommand.TakeRegisterReply reply) => TakeReply(state, reply, now),
            (_, CaseCommand.TakeBenefitReply reply) => TakeReply(state, reply, now),
            _ => Decision.Nothing,
        };

        return decision.Rejection is not null ? decision
            : command is CaseCommand.View ? decision with { After = state.Apply(decision.Events, now) }
            : FollowThrough(state, decision, book, now);
    }

    private static Decision State(CaseState state, FactStated fact)
    {
        var numbered = fact is HouseholdMemberJoined joined
            ? joined with { Member = joined.Member with { No = state.Facts!.Household.Count + 1 } }
            : fact;
        return StatedFacts.Holds(state.Facts!, numbered) ? Decision.Nothing : Decision.Of(numbered);
    }

    private static Decision AddEvidence(CaseState state, CaseCommand.AddEvidence evidence)
    {
        var added = new EvidenceAdded(state.EvidenceCount + 1, evidence.Concerns);
        return state.Status == CaseStatus.ForReview ? Decision.Of(added, new ChecksReopened(RegistersAsked)) : Decision.Of(added);
    }

    private static Decision TakeReply(CaseState state, CaseCommand.TakeRegisterReply command, Instant now)
    {
        var (effect, reply) = (command.Effect, command.Reply);
        if (state.Status != CaseStatus.Checking || state.Checks.FirstOrDefault(one => one.Effect == effect && one.Outcome is null) is not { } check)
        {
            return Decision.Nothing;
        }

        if (reply.Outcome is null && now < check.DueAt)
        {
            // Two steps asked at once; the failure is counted already.
            return Decision.Nothing;
        }

        var attempt = check.Attempts + 1;
        return reply.Outcome is { } outcome ? Decision.Of(new RegisterAnswered(effect, check.Register, outcome, reply.Reason))
            : attempt >= RetrySchedule.PatientAttempts ? Decision.Of(new RegisterAnswered(effect, check.Register, CheckOutcome.Unknown, reply.Reason))
            : Decision.Of(new RegisterDidNotAnswer(effect, check.Register, attempt, RetryAt(state, effect, attempt, now), reply.Reason ?? "noAnswer"));
    }

    private static Decision TakeReply(CaseState state, CaseCommand.TakeBenefitReply command, Instant now)
    {
        var (effect, reply) = (command.Effect, command.Reply);
        if (state.Benefits.FirstOrDefault(one => one.Effect == effect && one.Status != BenefitStatus.Granted) is not { } benefit)
        {
            return Decision.Nothing;
        }

        if (reply.Reference is { } reference)
        {
            return Decision.Of(new BenefitGranted(effect, benefit.Kind, benefit.Person, reference));
        }

        if (now < benefit.DueAt && (!reply.Declined || benefit.Status == BenefitStatus.Escalated))
        {
            // Two steps asked at once; the failure is counted already.
            return Decision.Nothing;
        }

        var attempt = benefit.Attempts + 1;
        // A benefit shown to a caseworker is still asked for, week after week: what the law gives is not lost to an outage.
        var escalated = reply.Declined || attempt >= RetrySchedule.PatientAttempts || benefit.Status == BenefitStatus.Escalated;
        var retryAt = RetryAt(state, effect, escalated ? Math.Max(attempt, RetrySchedule.PatientAttempts) : attempt, now);
        var reason = reply.Reason ?? "noAnswer";
        return escalated
            ? Decision.Of(new BenefitEscalated(effect, attempt, retryAt, reason))
            : Decision.Of(new BenefitDelayed(effect, attempt, retryAt, reason));
    }

    private static Instant RetryAt(CaseState state, int effect, int attempt, Instant now) =>
        now + RetrySchedule.After(new EffectKey(state.Id, effect), attempt);

    /// <summary>Adds what follows from the events at once: the clock starts or stops, checks conclude, a case settles.</summary>
    private static Decision FollowThrough(CaseState state, Decision decided, PolicyBook book, Instant now)
    {
        var all = new List<CaseEvent>(decided.Events);
        var after = state.Apply(all, now);
        // Once is enough: nothing that follows changes the facts, the rules or the day.
        var evaluation = MustReckon(after, all) ? book.Evaluate(after, ChinaTime.DateOf(now)) : null;
        var next = evaluation is null ? null : Reckon(after, evaluation, now);
        while ((next ?? Next(after, book, now)) is { } follows)
        {
            all.Add(follows);
            after = after.Apply(follows, now);
            next = null;
        }

        return decided with { Events = all, After = after, Evaluation = evaluation };
    }

    private static bool MustReckon(CaseState state, List<CaseEvent> events) => state.Status switch
    {
        CaseStatus.Received or CaseStatus.Accruing or CaseStatus.Suspended => true,
        CaseStatus.Checking or CaseStatus.ForReview => events.Exists(happened => happened is FactStated),
        _ => false,
    };

    private static CaseEvent? Next(CaseState state, PolicyBook book, Instant now) => state.Status switch
    {
        CaseStatus.Checking when state.Checks.All(check => check.Outcome is not null) => Conclude(state, book, now),
        CaseStatus.Granting when state.Benefits.All(benefit => benefit.Status == BenefitStatus.Granted) => new CaseSettled(),
        _ => null,
    };

    private static CaseEvent? Reckon(CaseState state, Evaluation evaluation, Instant now)
    {
        var best = evaluation.Best;
        if (best.MetOn is { } metOn && metOn <= ChinaTime.DateOf(now))
        {
            return new CaseMatured(metOn, best.Version, best.Route!, [.. evaluation.Results.Select(result => new VersionResult(result.Version, result.Route, result.MetOn))], RegistersAsked);
        }

        // Where another route goes on (work, say), the case goes on, though residence itself stands still.
        if (best.MetOn is null && best.Residence.Stopped is { } stopped)
        {
            var suspended = new AccrualSuspended(stopped.From, stopped.Why);
            return state.Suspension == suspended ? null : suspended;
        }

        return state.Status == CaseStatus.Accruing ? null : new AccrualBegan();
    }

    private static CaseEvent Conclude(CaseState state, PolicyBook book, Instant now)
    {
        var causes = state.Checks
            .Where(check => check.Outcome != CheckOutcome.Confirmed)
            .Select(check => new ReviewCause(check.Outcome == CheckOutcome.Contradicted ? ReviewReason.RegisterContradicted : ReviewReason.RegisterUnknown, check.Register))
            .ToList();
        if (!state.Application!.Consent.AutomaticGrant)
        {
            causes.Add(new ReviewCause(ReviewReason.NoConsentToAutomaticGrant, null));
        }

        var today = ChinaTime.DateOf(now);
        var pack = book.Find(state.Application.Pack);
        if (state.Maturity is { } basis && state.Facts!.Household.Any(member => pack?.MayComeAlong(member, today, today) == false && !pack.MayComeAlong(member, basis.Version, today)))
        {
            causes.Add(new ReviewCause(ReviewReason.HouseholdMember, null));
        }

        return causes.Count > 0 || state.Maturity is not { } maturity
            ? new ReviewOpened(causes, book.Calendar.AddWorkingDays(today, WorkingDaysToDecide).Day)
            : new SettlementGranted(maturity.Version, maturity.Route, BenefitsOf(state.Facts!, pack?.BenefitsOn(today).ToList() ?? [.. Enum.GetValues<BenefitKind>()], today));
    }

    // Each for the applicant first; a school place also for every child of school age, insurance for everybody who comes along.
    private static List<OwedBenefit> BenefitsOf(SettlementFacts facts, IReadOnlyList<BenefitKind> kinds, LocalDate today) =>
    [
        .. kinds.Select(kind => new OwedBenefit(kind, 0)),
        .. kinds.Where(kind => kind == BenefitKind.Education)
            .SelectMany(kind => facts.Household.Where(member => member.IsOfSchoolAge(today)).Select(child => new OwedBenefit(kind, child.No))),
        .. kinds.Where(kind => kind == BenefitKind.Health)
            .SelectMany(kind => facts.Household.Select(member => new OwedBenefit(kind, member.No))),
    ];
}
