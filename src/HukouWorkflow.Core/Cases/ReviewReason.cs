namespace HukouWorkflow.Core.Cases;

/// <summary>Why a person must decide.</summary>
public enum ReviewReason
{
    /// <summary>A register's records disagree with what was stated.</summary>
    RegisterContradicted,

    /// <summary>A register has no record, or gave no answer after every retry.</summary>
    RegisterUnknown,

    /// <summary>The applicant did not consent to an automatic grant.</summary>
    NoConsentToAutomaticGrant,

    /// <summary>The rules do not say of a member of the household that they may come along, or their age is not known.</summary>
    HouseholdMember,
}
