namespace HukouWorkflow.Ordeals;

/// <summary>A benefit that an agency granted.</summary>
/// <param name="Benefit"><c>education</c> or <c>health</c>.</param>
/// <param name="Case">The case that asked for it.</param>
/// <param name="Person">Whom it was granted to, masked.</param>
/// <param name="Requested">How often it was asked for under the same key, the first time included.</param>
public sealed record GrantInBooks(string Benefit, string Case, string Person, int Requested);
