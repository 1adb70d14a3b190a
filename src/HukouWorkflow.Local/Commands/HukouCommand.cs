using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HukouWorkflow.Local.Commands;

/// <summary>The command line.</summary>
internal static class HukouCommand
{
    /// <summary>Builds it.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("HukouWorkflow: apply once; five years of residence are counted, and urban hukou with its benefits is granted without being asked again.");
        var examples = new Dictionary<Command, string>();
        foreach (var (command, example) in (ReadOnlySpan<(Command, string)>)
            [ServeCommand.Create(), DemoCommand.Create(), AgenciesCommand.Create(), TokenCommand.Create(), VerifyCommand.Create(), ReindexCommand.Create(), ExportCommand.Create(), ImportCommand.Create(), SimulateCommand.Create()])
        {
            root.Subcommands.Add(command);
            examples.Add(command, example);
        }

        var policy = new Command("policy", "Check and read the policy packs.");
        foreach (var (command, example) in (ReadOnlySpan<(Command, string)>)[PolicyCheckCommand.Create(), PolicyShowCommand.Create()])
        {
            policy.Subcommands.Add(command);
            examples.Add(command, example);
        }

        root.Subcommands.Add(policy);
        examples.Add(policy, "hukou policy show chongqing");
        examples.Add(root, "hukou demo");
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Examples((SynchronousCommandLineAction)help.Action!, examples);
        return root;
    }
}
