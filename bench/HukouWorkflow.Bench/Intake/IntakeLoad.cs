namespace HukouWorkflow.Bench.Intake;

/// <summary>How much is sent.</summary>
/// <param name="Connections">How many connections at once, one measurement each.</param>
/// <param name="Runs">Runs of each host.</param>
/// <param name="WarmUp">What goes before each run's measured time, on the same host.</param>
/// <param name="Lasting">The measured time of each run.</param>
internal sealed record IntakeLoad(IReadOnlyList<int> Connections, int Runs, TimeSpan WarmUp, TimeSpan Lasting)
{
    /// <summary>About four minutes.</summary>
    public static readonly IntakeLoad Full = new([64, 256], 5, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));

    /// <summary>About half a minute.</summary>
    public static readonly IntakeLoad Quick = new([64, 256], 1, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.5));
}
