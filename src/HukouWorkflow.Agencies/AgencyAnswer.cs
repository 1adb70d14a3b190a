namespace HukouWorkflow.Agencies;

/// <summary>An agency's answer as it stands on the wire.</summary>
/// <param name="Outcome">A register's: confirmed, contradicted, unknown. A benefit agency's: granted, declined.</param>
/// <param name="Reason">A code where there is something to say.</param>
/// <param name="Reference">The agency's reference for what it granted.</param>
internal sealed record AgencyAnswer(string? Outcome, string? Reason, string? Reference)
{
    public const string Confirmed = "confirmed";
    public const string Contradicted = "contradicted";
    public const string Unknown = "unknown";
    public const string Granted = "granted";
    public const string Declined = "declined";
}
