using System.CommandLine;

namespace HukouWorkflow.Bench.Commands;

/// <summary>The command line: one subcommand a measurement.</summary>
internal static class BenchCommand
{
    /// <summary>Builds it.</summary>
    public static RootCommand Create() => new("The measurements that README and docs quote. Each prints a table and writes it as JSON and Markdown.")
    {
        IntakeCommand.Create(),
        LifecycleCommand.Create(),
        MicroCommand.Create(),
        IdleCommand.Create(),
        DueCommand.Create(),
        QueueCommand.Create(),
        GrowthCommand.Create(),
        CrashCommand.Create(),
        StorageCommand.Create(),
        LoadCommand.Create(),
        HostCommand.Create(),
    };
}
