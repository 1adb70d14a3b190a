namespace HukouWorkflow.Core.Cases;

/// <summary>The six registers asked when the time is complete.</summary>
public enum Register
{
    /// <summary>Population: the identity of the applicant and the household.</summary>
    Population,

    /// <summary>Residence permits: permit, endorsements, absences.</summary>
    ResidencePermit,

    /// <summary>Social insurance: contributions.</summary>
    SocialInsurance,

    /// <summary>Employment: labour contracts and business licences.</summary>
    Employment,

    /// <summary>Housing: title, tenancy or allocation.</summary>
    Housing,

    /// <summary>Public security: that nothing stands against the settlement.</summary>
    PublicSecurity,
}
