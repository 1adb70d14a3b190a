using HukouWorkflow.Functions.Orchestrators;
using HukouWorkflow.Functions.Testing.Engine;

namespace HukouWorkflow.Bench.Lives;

/// <summary>What orchestrations did over a while.</summary>
/// <param name="Activities">Activities run, by name.</param>
/// <param name="Happened">What orchestrators received and asked for, by kind.</param>
/// <param name="Turns">How often an orchestrator was run.</param>
/// <param name="Rounds">How often the case's orchestration continued as new.</param>
/// <param name="LargestHistory">The most events that one history held.</param>
internal sealed record OrchestrationWork(IReadOnlyDictionary<string, int> Activities, IReadOnlyDictionary<HistoryKind, int> Happened, int Turns, int Rounds, int LargestHistory)
{
    /// <summary>All activities.</summary>
    public int ActivityCount => Activities.Values.Sum();

    /// <summary>How often something of a kind happened.</summary>
    public int CountOf(HistoryKind kind) => Happened.GetValueOrDefault(kind);

    /// <summary>Begins to measure an engine.</summary>
    public static Measuring Begin(VirtualDurableEngine engine) => new(engine, Total(engine));

    private static OrchestrationWork Total(VirtualDurableEngine engine) => new(
        engine.Activities.CountBy(run => run.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        engine.Instances.SelectMany(instance => instance.Happened).GroupBy(line => line.Key, line => line.Value).ToDictionary(kind => kind.Key, kind => kind.Sum()),
        engine.Instances.Sum(instance => instance.TurnCount),
        engine.Instances.Where(instance => instance.Name is nameof(ResidencyOrchestrator)).Sum(instance => instance.Rounds - 1),
        engine.Instances.Max(instance => (int?)instance.LargestHistory) ?? 0);

    private static Dictionary<TKey, int> Minus<TKey>(IReadOnlyDictionary<TKey, int> after, IReadOnlyDictionary<TKey, int> before)
        where TKey : notnull => after.ToDictionary(line => line.Key, line => line.Value - before.GetValueOrDefault(line.Key));

    /// <summary>A measurement under way.</summary>
    internal sealed class Measuring(VirtualDurableEngine engine, OrchestrationWork before)
    {
        /// <summary>What was done since it began; the largest history is the largest ever.</summary>
        public OrchestrationWork End()
        {
            var after = Total(engine);
            return new OrchestrationWork(
                Minus(after.Activities, before.Activities),
                Minus(after.Happened, before.Happened),
                after.Turns - before.Turns,
                after.Rounds - before.Rounds,
                after.LargestHistory);
        }
    }
}
