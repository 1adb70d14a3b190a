using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>
/// What a case is: the fold of its journal, and nothing else. Folding is total: an event that does not fit the state it
/// meets (an answer to a question no longer open, say) moves the version and changes nothing more, so that no order of
/// events can make a case unreadable.
/// </summary>
public sealed partial record CaseState
{
    private CaseState(CaseId id) => Id = id;

    /// <summary>The case.</summary>
    public CaseId Id { get; }

    /// <summary>The version of the last entry folded; 0 where there is none.</summary>
    public int Version { get; private init; }

    /// <summary>Where the case stands.</summary>
    public CaseStatus Status { get; private init; }

    /// <summary>Since when it stands there.</summary>
    public Instant Since { get; private init; }

    /// <summary>When the last entry was written.</summary>
    public Instant LastAt { get; private init; }

    /// <summary>When the application was received.</summary>
    public Instant ReceivedAt { get; private init; }

    /// <summary>The application as received, or null before the first entry.</summary>
    public ApplicationReceived? Application { get; private init; }

    /// <summary>Everything stated so far; null before the first entry.</summary>
    public SettlementFacts? Facts { get; private init; }

    /// <summary>The district responsible for the case, under which it is listed: where the person lived on the day of the last entry. Only after the first entry.</summary>
    public DivisionCode ResponsibleDistrict() => Facts!.DistrictOn(ChinaTime.DateOf(LastAt));

    /// <summary>How many documents the applicant has added.</summary>
    public int EvidenceCount { get; private init; }

    /// <summary>Why and since when the clock stands still, while it does.</summary>
    public AccrualSuspended? Suspension { get; private init; }

    /// <summary>The maturity the present checks and grant rest on, or null before it.</summary>
    public CaseMatured? Maturity { get; private init; }

    /// <summary>The present round of questions to the registers; empty before the first.</summary>
    public IReadOnlyList<RegisterCheck> Checks { get; private init; } = [];

    /// <summary>Why a person must decide, while one must.</summary>
    public ReviewOpened? Review { get; private init; }

    /// <summary>The grant, once made.</summary>
    public SettlementGranted? Grant { get; private init; }

    /// <summary>When the grant was made.</summary>
    public Instant? GrantedAt { get; private init; }

    /// <summary>The benefits requested; empty before the grant.</summary>
    public IReadOnlyList<BenefitRequest> Benefits { get; private init; } = [];

    /// <summary>How many effects were ever owed: the number of the last one.</summary>
    public int LastEffect { get; private init; }

    /// <summary>Whether the case has come to an end.</summary>
    public bool IsClosed => Status is CaseStatus.Settled or CaseStatus.Refused or CaseStatus.Withdrawn or CaseStatus.Revoked;

    /// <summary>The case before its first event.</summary>
    public static CaseState Before(CaseId id) => new(id);
}
