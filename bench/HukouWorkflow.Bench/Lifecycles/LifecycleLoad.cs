namespace HukouWorkflow.Bench.Lifecycles;

/// <summary>How many cases live.</summary>
/// <param name="Cases">Cases of a run.</param>
/// <param name="WarmUp">Cases that go before them on the same host, for its hot code to be compiled anew.</param>
/// <param name="Runs">Runs of each host.</param>
internal sealed record LifecycleLoad(int Cases, int WarmUp, int Runs)
{
    /// <summary>How many connections they are submitted over.</summary>
    public const int Connections = 64;

    /// <summary>A few minutes.</summary>
    public static readonly LifecycleLoad Full = new(20_000, 15_000, 3);

    /// <summary>Less than a minute.</summary>
    public static readonly LifecycleLoad Quick = new(2_000, 1_000, 1);
}
