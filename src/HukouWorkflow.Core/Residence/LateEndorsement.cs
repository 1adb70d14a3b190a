namespace HukouWorkflow.Core.Residence;

/// <summary>What becomes of the count when a yearly endorsement is late.</summary>
/// <param name="GraceDays">Days after the anniversary on which an endorsement is still taken for punctual; 0 or more.</param>
/// <param name="Effect">What happens beyond the grace.</param>
public sealed record LateEndorsement(int GraceDays, LateEndorsementEffect Effect);
