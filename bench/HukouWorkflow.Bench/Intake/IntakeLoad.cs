namespace HukouWorkflow.Bench.Intake;

/// <summary>How much is sent.</summary>
/// <param name="Connections">How many connections at once, one measurement each.</param>
/// <param name="Runs">Runs of each host.</param>
/// <param name="WarmUp">What goes before each run's measured time, on the same host: long enough for its hot code to be compiled anew.</param>
/// <param name="Lasting">The measured time of each run.</param>
internal sealed record IntakeLoad(IReadOnlyList<int> Connections, int Runs, TimeSpan WarmUp, TimeSpan Lasting)
{
    /// <summary>About five minutes.</summary>
    public static readonly IntakeLoad Full = new([64, 256], 3, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(4));

    /// <summary>About half a minute.</summary>
    public static readonly IntakeLoad Quick = new([64, 256], 1, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(1.5));
}
