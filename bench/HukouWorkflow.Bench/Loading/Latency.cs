namespace HukouWorkflow.Bench.Loading;

/// <summary>How long requests took, in milliseconds; to three digits.</summary>
/// <param name="P50">Half took no longer.</param>
/// <param name="P90">Nine of ten took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="P999">999 of 1,000 took no longer.</param>
/// <param name="Max">The longest.</param>
internal sealed record Latency(double P50, double P90, double P99, double P999, double Max);
