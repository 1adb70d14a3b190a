namespace HukouWorkflow.Core.Cases;

/// <summary>Why a person must decide, and which register it rests on.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Register">The register whose answer it is, or null where it is no register's.</param>
public readonly record struct ReviewCause(ReviewReason Reason, Register? Register);
