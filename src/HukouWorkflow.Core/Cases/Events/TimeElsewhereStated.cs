namespace HukouWorkflow.Core.Cases.Events;

/// <summary>Time was earned in another place before residence was taken up here.</summary>
/// <param name="Time">What, where and when.</param>
public sealed record TimeElsewhereStated(TimeElsewhere Time) : FactStated;
