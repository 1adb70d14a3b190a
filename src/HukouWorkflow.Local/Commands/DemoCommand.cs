using System.CommandLine;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou demo</c>: five years in half a minute.</summary>
internal static class DemoCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var command = new Command("demo", "Let five years pass in half a minute.");
        command.SetAction((_, _) => Task.FromResult(0));
        return (command, "hukou demo");
    }
}
