using System.CommandLine;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Http.Hosting;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou policy show</c>: a pack as an applicant reads it.</summary>
internal static class PolicyShowCommand
{
    private const int Indent = 2;

    private static readonly string[] Languages = ["en", "zh-CN"];

    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var pack = new Argument<string>("pack") { Description = "The pack, for example chongqing." };
        var policies = CommonOptions.Policies();
        var language = new Option<string>("--language") { Description = "The language: en or zh-CN.", DefaultValueFactory = _ => Languages[0], HelpName = "LANGUAGE" };
        language.AcceptOnlyFromAmong(Languages);
        var on = new Option<LocalDate>("--on")
        {
            Description = "The day whose rules are shown first.",
            DefaultValueFactory = _ => ChinaTime.DateOf(SystemClock.Instance.GetCurrentInstant()),
            HelpName = "DATE",
            CustomParser = result =>
            {
                var day = LocalDatePattern.Iso.Parse(result.Tokens.Single().Value);
                if (!day.Success)
                {
                    result.AddError("--on takes a day of the calendar, for example 2026-10-01.");
                }

                return day.Success ? day.Value : default;
            },
        };
        var command = new Command("show", "Show a pack as a leaflet: who may apply, which ways there are, what counts, how the rules changed, what is not known.") { pack, language, on, policies };
        command.SetAction((parsed, _) => Failure.ReportAsync(() => Task.FromResult(Run(
            parsed.GetRequiredValue(pack),
            string.Equals(parsed.GetRequiredValue(language), Languages[1], StringComparison.Ordinal) ? Language.Chinese : Language.English,
            parsed.GetValue(on),
            parsed.GetValue(policies) ?? PolicyFolders.Default))));
        return (command, "hukou policy show chongqing");
    }

    private static int Run(string id, Language language, LocalDate day, string folder)
    {
        var reading = PolicyFolders.Read(folder);
        if (reading.Book is not { } book)
        {
            PolicyCheckCommand.Print(reading.Problems);
            return Failure.Code;
        }

        if (book.Find(id) is not { } pack)
        {
            Console.Error.WriteLine($"There is no pack '{id}'. Packs here: {string.Join(", ", book.Packs.Select(each => each.Id))}.");
            return Failure.Code;
        }

        if (pack.Leaflet(language, day) is not { } leaflet)
        {
            Console.Error.WriteLine($"No rules of '{id}' were in force on {LocalDatePattern.Iso.Format(day)}. The first are of {LocalDatePattern.Iso.Format(pack.Versions[0].From)}.");
            return Failure.Code;
        }

        Print(leaflet, Terminal.Create());
        return 0;
    }

    private static void Print(Leaflet leaflet, IAnsiConsole console)
    {
        console.Write(new Text(leaflet.Title, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        foreach (var section in leaflet.Sections)
        {
            console.WriteLine();
            console.Write(new Text(section.Heading, new Style(decoration: Decoration.Bold | Decoration.Underline)));
            console.WriteLine();
            foreach (var (depth, text) in section.Lines)
            {
                console.Write(depth == 0 ? new Text(text + Environment.NewLine) : Point(depth, text));
            }
        }
    }

    private static Grid Point(int depth, string text) => new Grid()
        .AddColumn(new GridColumn().NoWrap().Padding(depth * Indent, 0, 1, 0))
        .AddColumn(new GridColumn().Padding(0, 0, 0, 0))
        .AddRow(new Text("-"), new Text(text));
}
