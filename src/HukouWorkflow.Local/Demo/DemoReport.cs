using System.Text.Json.Nodes;
using HukouWorkflow.Core.Calendar;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HukouWorkflow.Local.Demo;

/// <summary>What the demonstration comes to.</summary>
internal static class DemoReport
{
    private const int WideEnoughForStories = 130;

    /// <summary>What became of everybody.</summary>
    /// <param name="people">The people.</param>
    /// <param name="today">The day it ended.</param>
    /// <param name="width">Columns there are; the stories are left out where they would crowd the rest.</param>
    public static Table Outcomes(IReadOnlyList<DemoPerson> people, LocalDate today, int width)
    {
        var tells = width >= WideEnoughForStories;
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]What became of everybody by {LocalDatePattern.Iso.Format(today)}[/]");
        foreach (var name in (string[])["Who", .. tells ? ["Story"] : Array.Empty<string>(), "Status", "Complete on", "By route (version)", "Benefits", "As told"])
        {
            table.AddColumn(name is "Story" or "Benefits" ? new TableColumn(name) : new TableColumn(name).NoWrap());
        }

        foreach (var person in people)
        {
            table.AddRow((IRenderable[])
            [
                new Text(person.Story.File),
                .. tells ? [new Text(person.Story.Tells)] : Array.Empty<IRenderable>(),
                Status(person),
                new Text(CompleteOn(person)),
                new Text($"{person.View?["policy"]?["route"]} ({person.View?["policy"]?["version"]})"),
                new Text(Benefits(person)),
                person.IsAsExpected ? new Markup("[green]yes[/]") : new Markup("[red]no[/]"),
            ]);
        }

        return table;
    }

    /// <summary>The journal of one person.</summary>
    public static Table Journal(DemoPerson person, JsonArray entries)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]The journal of {person.Story.File}: no name, no number, each entry sealed by the hash of all before it[/]")
            .AddColumns("No", "Day", "What happened", "Hash");
        foreach (var entry in entries)
        {
            var happened = entry!["event"]!.AsObject();
            table.AddRow(
                new Text(entry["version"]!.ToString()),
                new Text(LocalDatePattern.Iso.Format(ChinaTime.DateOf(InstantPattern.ExtendedIso.Parse(entry["at"]!.GetValue<string>()).Value))),
                new Text($"{happened["type"]} {Details(happened)}"),
                new Text(entry["hash"]!.GetValue<string>()[..12], new Style(Color.Grey)));
        }

        return table;
    }

    /// <summary>Where a case stands, coloured.</summary>
    public static Markup Status(DemoPerson person)
    {
        var colour = person.Status switch
        {
            "settled" => "green",
            "forReview" or "suspended" => "yellow",
            "withdrawn" => "grey",
            _ => "blue",
        };
        return new Markup($"[{colour}]{person.Status}[/]");
    }

    private static string CompleteOn(DemoPerson person) =>
        person.Status is "withdrawn" ? "–" : person.View?["clock"]?["maturesOn"]?.GetValue<string>() ?? "–";

    private static string Benefits(DemoPerson person) => string.Join(
        ", ",
        (person.View?["benefits"]?.AsArray() ?? [])
            .GroupBy(benefit => $"{benefit!["kind"]}", StringComparer.Ordinal)
            .Select(group => $"{group.Key} {group.Count(benefit => string.Equals($"{benefit!["status"]}", "granted", StringComparison.Ordinal))}/{group.Count()}"));

    // The first event carries the whole application; a line of it is enough here.
    private static string Details(JsonObject happened) => string.Join(
        ' ',
        happened.Where(field => field.Key is not "type" && field.Value is JsonValue).Select(field => $"{field.Key}={field.Value}"));
}
