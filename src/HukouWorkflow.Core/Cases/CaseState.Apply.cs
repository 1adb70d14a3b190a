using HukouWorkflow.Core.Cases.Events;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

public sealed partial record CaseState
{
    /// <summary>The state after one more event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was written.</param>
    public CaseState Apply(CaseEvent happened, Instant at) =>
        Fold(happened, at) with { Version = Version + 1, LastAt = at };

    /// <summary>The state after several events written at one instant.</summary>
    public CaseState Apply(IEnumerable<CaseEvent> events, Instant at) =>
        events.Aggregate(this, (state, happened) => state.Apply(happened, at));

    private CaseState Fold(CaseEvent happened, Instant at) => (Application, happened) switch
    {
        (null, ApplicationReceived received) => this with
        {
            Application = received,
            Facts = received.Facts,
            Status = CaseStatus.Received,
            Since = at,
            ReceivedAt = at,
        },
        (null, _) or (_, ApplicationReceived) => this,
        (_, FactStated fact) => this with { Facts = With(Facts!, fact) },
        (_, EvidenceAdded) => this with { EvidenceCount = EvidenceCount + 1 },
        (_, CaseViewed) => this,
        _ => IsClosed ? this : FoldProgress(happened, at),
    };

    private CaseState FoldProgress(CaseEvent happened, Instant at) => happened switch
    {
        AccrualBegan => Enter(CaseStatus.Accruing, at) with { Suspension = null, Maturity = null, Review = null, Checks = [] },
        AccrualSuspended suspended => Enter(CaseStatus.Suspended, at) with { Suspension = suspended, Maturity = null, Review = null, Checks = [] },
        CaseMatured matured => OpenChecks(matured.Registers, at) with { Maturity = matured, Review = null, Suspension = null },
        ChecksReopened reopened => OpenChecks(reopened.Registers, at) with { Review = null },
        RegisterAnswered answered => this with
        {
            Checks = Replace(Checks, check => check.Effect == answered.Effect && check.Outcome is null, check => check with
            {
                Outcome = answered.Outcome,
                Reason = answered.Reason,
                At = at,
            }),
        },
        RegisterDidNotAnswer failed => this with
        {
            Checks = Replace(Checks, check => check.Effect == failed.Effect && check.Outcome is null, check => check with
            {
                Attempts = failed.Attempt,
                DueAt = failed.RetryAt,
                Reason = failed.Reason,
            }),
        },
        ReviewOpened review => Enter(CaseStatus.ForReview, at) with { Review = review },
        SettlementGranted grant => Enter(CaseStatus.Granting, at) with
        {
            Grant = grant,
            GrantedAt = at,
            Review = null,
            Benefits = [.. grant.Benefits.Select((owed, index) => new BenefitRequest(LastEffect + 1 + index, owed.Kind, owed.Person, BenefitStatus.Requested, 0, at, null, at))],
            LastEffect = LastEffect + grant.Benefits.Count,
        },
        BenefitGranted granted => WithBenefit(granted.Effect, benefit => benefit with { Status = BenefitStatus.Granted, Reference = granted.Reference, At = at }),
        BenefitDelayed delayed => WithBenefit(delayed.Effect, benefit => benefit with
        {
            Status = BenefitStatus.Failed,
            Attempts = delayed.Attempt,
            DueAt = delayed.RetryAt,
            At = at,
        }),
        BenefitEscalated escalated => WithBenefit(escalated.Effect, benefit => benefit with
        {
            Status = BenefitStatus.Escalated,
            Attempts = escalated.Attempt,
            DueAt = escalated.RetryAt,
            At = at,
        }),
        CaseSettled => Enter(CaseStatus.Settled, at),
        ApplicationWithdrawn => Enter(CaseStatus.Withdrawn, at) with { Suspension = null, Review = null },
        _ => this,
    };

    private CaseState Enter(CaseStatus status, Instant at) => Status == status ? this : this with { Status = status, Since = at };

    private CaseState OpenChecks(IReadOnlyList<Register> registers, Instant at) => Enter(CaseStatus.Checking, at) with
    {
        Checks = [.. registers.Select((register, index) => new RegisterCheck(LastEffect + 1 + index, register, 0, at, null, null, null))],
        LastEffect = LastEffect + registers.Count,
    };

    private CaseState WithBenefit(int effect, Func<BenefitRequest, BenefitRequest> change) => this with
    {
        Benefits = Replace(Benefits, benefit => benefit.Effect == effect && benefit.Status != BenefitStatus.Granted, change),
    };

    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> items, Func<T, bool> which, Func<T, T> change) =>
        [.. items.Select(item => which(item) ? change(item) : item)];

    private static SettlementFacts With(SettlementFacts facts, FactStated fact) => fact switch
    {
        ResidenceEndorsed endorsed => facts with { Endorsements = [.. facts.Endorsements, endorsed.On] },
        AbsenceStated absence => facts with { Absences = [.. facts.Absences, new(absence.From, absence.To)] },
        ResidenceMoved moved => facts with { Abodes = [.. facts.Abodes.Append(new(moved.On, moved.Division)).OrderBy(abode => abode.Since)] },
        EmploymentStated stated => facts with { Employment = [.. facts.Employment, stated.Spell] },
        InsuranceStated stated => facts with { Insurance = [.. facts.Insurance, stated.Span] },
        TaxStated stated => facts with { Taxes = [.. facts.Taxes.Where(tax => tax.Year != stated.Tax.Year), stated.Tax] },
        DwellingStated stated => facts with { Dwellings = [.. facts.Dwellings.Append(new(stated.On, stated.Dwelling)).OrderBy(dwelling => dwelling.Since)] },
        HouseholdMemberJoined joined => facts with { Household = [.. facts.Household, joined.Member] },
        QualificationStated stated => facts with { Qualifications = [.. facts.Qualifications, stated.Qualification] },
        StudyStated stated => facts with { Study = [.. facts.Study, stated.Span] },
        RelativeStated stated => facts with { Relatives = [.. facts.Relatives, stated.Relative] },
        TimeElsewhereStated stated => facts with { Elsewhere = [.. facts.Elsewhere, stated.Time] },
        NoRecordDeclared => facts with { NoRecord = true },
        PlaceAllotted allotted => facts with { Place = allotted.Place },
        _ => facts,
    };
}
