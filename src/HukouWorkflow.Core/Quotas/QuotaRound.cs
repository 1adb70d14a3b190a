namespace HukouWorkflow.Core.Quotas;

/// <summary>What became of a year's places.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Year">The year.</param>
/// <param name="Places">The places of the year.</param>
/// <param name="GivenBefore">Places given before, by an earlier or interrupted round.</param>
/// <param name="Given">Places given now.</param>
/// <param name="Remaining">People who meet the conditions and stay on, with every point, for the next year.</param>
public sealed record QuotaRound(string Pack, int Year, int Places, int GivenBefore, int Given, int Remaining);
