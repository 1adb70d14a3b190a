using System.CommandLine;
using HukouWorkflow.Local.Demo;
using HukouWorkflow.Local.Storage;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou demo</c>: five years in half a minute.</summary>
internal static class DemoCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var samples = new Option<string>("--samples")
        {
            Description = "The folder with stories.yaml and applications/.",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "samples"),
            HelpName = "DIR",
        };
        var storage = new PlaceOptions().Storage;
        var command = new Command("demo", "Let five years pass in half a minute: a service, its agencies and a dozen people on this machine, in a folder or tables that are removed at the end. Exit code 0 only if every case ends as its story says.")
        {
            samples, storage,
        };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(async () =>
            await new DemoRun(parsed.GetRequiredValue(samples), parsed.GetValue(storage), new DemoScreen(Terminal.Create())).RunAsync(cancellationToken) ? 0 : Failure.Code));
        return (command, "hukou demo");
    }
}
