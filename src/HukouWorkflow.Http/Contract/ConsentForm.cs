using System.ComponentModel.DataAnnotations;

namespace HukouWorkflow.Http.Contract;

/// <summary>What the applicant consents to.</summary>
public sealed record ConsentForm
{
    /// <summary>The grant may be made without a person; otherwise a mature case goes to a caseworker.</summary>
    [Required]
    public bool? AutomaticGrant { get; init; }

    /// <summary>The registers may be asked. Nothing can be counted without it.</summary>
    [Required]
    public bool? RegisterChecks { get; init; }
}
