using System.CommandLine;
using System.CommandLine.Invocation;

namespace HukouWorkflow.Local.Commands;

/// <summary>Ends each command's help with an example that can be copied.</summary>
internal sealed class Examples(SynchronousCommandLineAction help, IReadOnlyDictionary<Command, string> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var example))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Example:");
            foreach (var line in example.ReplaceLineEndings().Split(Environment.NewLine))
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        return code;
    }
}
