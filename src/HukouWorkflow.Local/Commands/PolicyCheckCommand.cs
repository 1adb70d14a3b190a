using System.CommandLine;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Succession;
using HukouWorkflow.Http.Hosting;
using NodaTime;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou policy check</c>: do the packs load, and are their sentences true?</summary>
internal static class PolicyCheckCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var folder = new Argument<string?>("folder") { Description = "The folder of policy packs; without it, the packs that came with the program.", Arity = ArgumentArity.ZeroOrOne };
        var since = new Option<string?>("--since") { Description = "The packs in force: nothing released in them may have become stricter.", HelpName = "DIR" };
        var command = new Command("check", "Check the packs: form, references, legal ceilings, and the sentence tests beside them. Every fault is named with file, line and rule.") { folder, since };
        command.SetAction((parsed, _) => Failure.ReportAsync(() => Task.FromResult(Run(parsed.GetValue(folder) ?? PolicyFolders.Default, parsed.GetValue(since)))));
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

    private static int Run(string folder, string? since)
    {
        var files = PolicyFolders.FilesOf(folder);
        var reading = PolicyBook.Read(files);
        var sentences = SentenceTest.Read(files);
        Print([.. reading.Problems, .. sentences.Problems]);
        if (reading.Book is not { } book || sentences.Problems.Count > 0)
        {
            return Failure.Code;
        }

        var stricter = since is null ? [] : Retroactivity.Check(PolicyFolders.Load(since), book, ChinaTime.DateOf(SystemClock.Instance.GetCurrentInstant()));
        Print(stricter);
        var untrue = 0;
        foreach (var sentence in sentences.Tests)
        {
            foreach (var mismatch in sentence.Run(book))
            {
                untrue++;
                Console.Error.WriteLine($"{sentence.File}:{sentence.Line}: [sentence] {sentence.Sentence} {mismatch}");
            }
        }

        foreach (var pack in book.Packs)
        {
            var told = sentences.Tests.Count(sentence => string.Equals(sentence.Pack, pack.Id, StringComparison.Ordinal));
            Console.WriteLine($"{pack.Id}: {pack.Versions.Count} versions, {pack.Routes.Count} routes, {pack.Parameters.Count} parameters, {told} sentences");
        }

        return untrue == 0 && stricter.Count == 0 ? 0 : Failure.Code;
    }
}
