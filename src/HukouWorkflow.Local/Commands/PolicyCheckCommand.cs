using System.CommandLine;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Local.Hosting;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou policy check</c>: do the packs load?</summary>
internal static class PolicyCheckCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of policy packs.", DefaultValueFactory = _ => PolicyFolders.Default };
        var command = new Command("check", "Check the packs: form, references, legal ceilings. Every fault is named with file, line and rule.") { folder };
        command.SetAction((parsed, _) => Failure.ReportAsync(() => Task.FromResult(Run(parsed.GetRequiredValue(folder)))));
        return (command, "hukou policy check policies");
    }

    /// <summary>Prints what is wrong, a line each, as compilers do.</summary>
    public static void Print(IReadOnlyList<PackProblem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }
    }

    private static int Run(string folder)
    {
        var reading = PolicyFolders.Read(folder);
        Print(reading.Problems);
        if (reading.Book is not { } book)
        {
            return Failure.Code;
        }

        foreach (var pack in book.Packs)
        {
            Console.WriteLine($"{pack.Id}: {pack.Versions.Count} versions, {pack.Routes.Count} routes, {pack.Parameters.Count} parameters");
        }

        return 0;
    }
}
