using System.CommandLine;
using System.Text.Json;
using HukouWorkflow.Bench.Loading;

namespace HukouWorkflow.Bench.Commands;

/// <summary><c>load</c>: the load generator. A measuring command starts it in a process of its own.</summary>
internal static class LoadCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "load";

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Carry out a load plan, one line of JSON on standard input.") { Hidden = true };
        command.SetAction((_, _) => Measurement.ReportAsync(async () =>
        {
            var plan = JsonSerializer.Deserialize<LoadPlan>(await Console.In.ReadLineAsync() ?? "null", LoadProtocol.Json)
                ?? throw new BenchException("There is no load plan on standard input.");
            var result = await LoadRun.OfAsync(plan, () => Console.WriteLine(LoadProtocol.Warm));
            Console.WriteLine(JsonSerializer.Serialize(result, LoadProtocol.Json));
        }));
        return command;
    }
}
