using System.CommandLine;

namespace HukouWorkflow.Bench.Commands;

/// <summary>The command line: one subcommand a measurement.</summary>
internal static class BenchCommand
{
    /// <summary>Builds it.</summary>
    public static RootCommand Create()
    {
        Command[] measurements =
        [
            IntakeCommand.Create(),
            LifecycleCommand.Create(),
            MicroCommand.Create(),
            SimulateCommand.Create(),
            DueCommand.Create(),
            ReevaluateCommand.Create(),
            QueueCommand.Create(),
            IdleCommand.Create(),
            GrowthCommand.Create(),
        ];
        var root = new RootCommand("The measurements that README and docs quote. Each prints a table and writes it as JSON and Markdown.")
        {
            AllCommand.Create(measurements),
            CrashCommand.Create(),
            StorageCommand.Create(),
            LoadCommand.Create(),
            HostCommand.Create(),
        };
        foreach (var measurement in measurements)
        {
            root.Subcommands.Add(measurement);
        }

        return root;
    }
}
