namespace HukouWorkflow.Bench.Simulating;

/// <summary>What one simulation cost.</summary>
/// <param name="People">How many people.</param>
/// <param name="Took">From the start of the process to its end.</param>
/// <param name="Cpu">Processor time of all cores together.</param>
/// <param name="Memory">The most memory it was seen to have in RAM, in bytes.</param>
internal sealed record SimulationCost(int People, TimeSpan Took, TimeSpan Cpu, long Memory)
{
    /// <summary>Milliseconds of processor time for a thousand people.</summary>
    public double CpuPerThousand => Cpu.TotalMilliseconds / (People / 1000.0);
}
