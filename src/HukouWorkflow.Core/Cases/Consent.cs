namespace HukouWorkflow.Core.Cases;

/// <summary>What the applicant consented to, once and for the life of the case.</summary>
/// <param name="AutomaticGrant">The grant may be made without a person; without it a mature case goes to a caseworker.</param>
/// <param name="RegisterChecks">The registers may be asked.</param>
public readonly record struct Consent(bool AutomaticGrant, bool RegisterChecks);
