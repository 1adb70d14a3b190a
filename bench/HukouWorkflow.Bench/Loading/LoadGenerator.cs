using System.Text.Json;
using HukouWorkflow.Bench.Commands;
using HukouWorkflow.Bench.Hosting;

namespace HukouWorkflow.Bench.Loading;

/// <summary>Carries out plans in a process of their own, which shares nothing with the service but the machine.</summary>
internal static class LoadGenerator
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestCount = TimeSpan.FromMinutes(30);

    // One thread waits for all sockets and carries each connection on from there: no hand-over between threads, and the other core is the service's.
    private static readonly Dictionary<string, string> OneThread = new(StringComparer.Ordinal)
    {
        ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1",
        ["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1",
        ["DOTNET_gcServer"] = "0",
    };

    /// <summary>Carries out a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Ends it, and kills the process.</param>
    /// <param name="warm">Called when the warm-up is over, beside the load; for what must be read then.</param>
    /// <exception cref="BenchException">It could not be carried out.</exception>
    public static async Task<LoadResult> RunAsync(LoadPlan plan, CancellationToken cancellationToken, Func<Task>? warm = null)
    {
        await using var generator = ChildProcess.Start(Programs.Bench([LoadCommand.Name]), OneThread);
        await generator.TellAsync(JsonSerializer.Serialize(plan, LoadProtocol.Json));
        await generator.ReadLineAsync(line => line is LoadProtocol.Warm, plan.WarmUp + Patience, cancellationToken);
        await (warm?.Invoke() ?? Task.CompletedTask);
        var result = await generator.ReadLineAsync(line => line.StartsWith('{'), (plan.Lasting ?? LongestCount) + Patience, cancellationToken);
        return JsonSerializer.Deserialize<LoadResult>(result, LoadProtocol.Json)!;
    }

    /// <summary>Carries out a plan of which every request must be accepted.</summary>
    /// <exception cref="BenchException">It could not be carried out, or an application was refused.</exception>
    public static async Task<LoadResult> RunAcceptedAsync(LoadPlan plan, CancellationToken cancellationToken, Func<Task>? warm = null)
    {
        var result = await RunAsync(plan, cancellationToken, warm);
        return result.Refused.Count == 0
            ? result
            : throw new BenchException($"Not every application was accepted ({string.Join(", ", result.Refused.Select(pair => $"{pair.Value} answered {pair.Key}"))}). The first answer:\n{result.FirstRefusal}");
    }
}
