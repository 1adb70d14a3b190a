namespace HukouWorkflow.Core.Cases;

/// <summary>Where a case stands. A closed set: every case is in exactly one, and the names are the contract's.</summary>
public enum CaseStatus
{
    /// <summary>The application is on the disk; nothing has been reckoned yet.</summary>
    Received,

    /// <summary>The clock runs.</summary>
    Accruing,

    /// <summary>The clock stands still: an endorsement lapsed, the person is away too long or has left the city.</summary>
    Suspended,

    /// <summary>The time is complete and the registers are being asked.</summary>
    Checking,

    /// <summary>A person must decide.</summary>
    ForReview,

    /// <summary>Urban hukou is granted; the benefits are being requested.</summary>
    Granting,

    /// <summary>Hukou and every benefit are granted. An end.</summary>
    Settled,

    /// <summary>A person refused and another confirmed it. An end.</summary>
    Refused,

    /// <summary>The applicant took the application back. An end.</summary>
    Withdrawn,

    /// <summary>A grant obtained by fraud was taken back by a person. An end.</summary>
    Revoked,
}
