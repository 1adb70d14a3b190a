using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Hosting;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou policy show</c>: a pack as one reads it.</summary>
internal static class PolicyShowCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var pack = new Argument<string>("pack") { Description = "The pack, for example chongqing." };
        var policies = CommonOptions.Policies();
        var command = new Command("show", "Show a pack: its routes, its values by date with their sources, and what is not known.") { pack, policies };
        command.SetAction((parsed, _) => Failure.ReportAsync(() => Task.FromResult(Run(parsed.GetRequiredValue(pack), parsed.GetValue(policies) ?? PolicyFolders.Default))));
        return (command, "hukou policy show chongqing");
    }

    private static int Run(string id, string folder)
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

        var console = Terminal.Create();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{pack.Title.En}[/] {pack.Title.ZhCn}  ({string.Join(", ", pack.Cities)}, {pack.CityClass})");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Versions: {string.Join(", ", pack.Versions.Select(version => Text(version.From)))}");
        console.Write(RoutesOf(pack));
        console.Write(ParametersOf(pack));
        console.MarkupLine("[bold]Not known[/]");
        foreach (var unknown in pack.Unknowns)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $" - {unknown.En}");
        }

        return 0;
    }

    private static Table RoutesOf(PolicyPack pack)
    {
        var table = new Table().Title("Routes: any one suffices").AddColumns("Route", "Open", "Asks for", "Source");
        foreach (var route in pack.Routes)
        {
            table.AddRow(
                new Text($"{route.Id}: {route.Title.En}"),
                new Text($"{Text(route.Since)} – {(route.Until is { } until ? Text(until) : string.Empty)}"),
                new Text(string.Join(Environment.NewLine, route.All.Select(AskOf))),
                SourceOf(route.Citation));
        }

        return table;
    }

    private static string AskOf(RouteCriterion criterion)
    {
        var what = JsonNamingPolicy.CamelCase.ConvertName(criterion.Kind.ToString());
        var parts = criterion.Of.Count > 0
            ? string.Join(" or ", criterion.Of.Select(AskOf))
            : string.Join(", ", criterion.Parameters.Values
                .Concat(criterion.Work.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())))
                .Concat(criterion.Dwellings.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()))));
        var since = criterion.Since is { } day ? $", since {Text(day)}" : string.Empty;
        var where = criterion.DistrictClasses.Count > 0 ? $", in {string.Join(", ", criterion.DistrictClasses)}" : string.Empty;
        return $"{what} ({parts}{since}{where})";
    }

    private static Table ParametersOf(PolicyPack pack)
    {
        var table = new Table().Title("Values").AddColumns("Parameter", "From", "Value", "Source");
        foreach (var parameter in pack.Parameters)
        {
            foreach (var value in parameter.Values)
            {
                table.AddRow(
                    new Text($"{parameter.Name}: {parameter.Description.En}"),
                    new Text(Text(value.From)),
                    new Text(value.Value ?? string.Join(Environment.NewLine, value.ByDistrictClass.Select(each => $"{each.Key} {each.Value}"))),
                    SourceOf(value.Citation));
            }
        }

        return table;
    }

    private static Markup SourceOf(Citation citation)
    {
        var source = Markup.Escape(string.Join(", ", new[] { citation.Document, citation.Article }.OfType<string>()));
        return new Markup(citation.Status == ValueStatus.Verified ? $"[green]verified[/] {source}" : $"[yellow]unverified[/] {source}");
    }

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
