using System.Globalization;
using System.Text.Json.Nodes;
using HukouWorkflow.Core.Calendar;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace HukouWorkflow.Local.Demo;

/// <summary>Shows the demonstration: a live table on a terminal, a line for each event where output goes to a file.</summary>
internal sealed class DemoScreen
{
    private const int LinesKept = 8;

    private readonly IAnsiConsole _console;
    private readonly Queue<string> _lines = new();
    private IReadOnlyList<DemoPerson> _people = [];

    /// <summary>A screen on a console.</summary>
    public DemoScreen(IAnsiConsole console) => _console = console;

    private bool IsLive => _console.Profile.Capabilities.Ansi;

    /// <summary>Says what is about to happen.</summary>
    public void Begin(Uri service, Uri agencies, IReadOnlyList<DemoPerson> people, DemoScript script)
    {
        _people = people;
        _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]HukouWorkflow[/]: {people.Count} people apply once, on {Text(script.Start)}. {script.PerSecond.TotalDays:0} days pass in a second.");
        _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]Service at {service.Authority}; registers and agencies at {agencies.Authority}: of their answers a tenth fails, a tenth is lost, a tenth comes twice.[/]");
        _console.WriteLine();
    }

    /// <summary>Runs the demonstration while the screen is kept up to date.</summary>
    public async Task ShowAsync(Func<Action<LocalDate>, Task> run)
    {
        if (IsLive)
        {
            await _console.Live(new Text(string.Empty)).AutoClear(true).StartAsync(context => run(today => context.UpdateTarget(Frame(today))));
        }
        else
        {
            await run(_ => { });
        }
    }

    /// <summary>Tells what is new in a case.</summary>
    public void Tell(DemoPerson person, IReadOnlyList<(Instant At, string What)> news)
    {
        foreach (var (at, what) in news.Where(each => each.What is not ("registerDidNotAnswer" or "benefitDelayed")))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{Text(ChinaTime.DateOf(at))}  {person.Story.File,-14}  {what}");
            if (!IsLive)
            {
                _console.WriteLine(line);
            }

            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>Shows what became of everybody, and the journal of one.</summary>
    public void End(IReadOnlyList<DemoPerson> people, LocalDate today, JsonArray journal)
    {
        _console.WriteLine();
        _console.Write(DemoReport.Outcomes(people, today, _console.Profile.Width));
        _console.WriteLine();
        _console.Write(DemoReport.Journal(people[0], journal));
    }

    private Rows Frame(LocalDate today)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Text(today)}[/]").AddColumns("Who", "Status", "Residence", "Next", "Story");
        foreach (var person in _people)
        {
            var clock = person.View?["clock"];
            table.AddRow(
                new Text(person.Story.File),
                DemoReport.Status(person),
                new Text(Progress(clock?["creditedDays"]?.GetValue<int>() ?? 0)),
                new Text(clock?["next"]?["by"]?.GetValue<string>() is { } by ? $"endorse by {by}" : clock?["maturesOn"]?.GetValue<string>() ?? string.Empty),
                new Text(person.Story.Tells, new Style(Color.Grey)));
        }

        return new Rows(table, new Text(string.Join(Environment.NewLine, _lines), new Style(Color.Grey)));
    }

    private static string Progress(int days)
    {
        const int Width = 12;
        var filled = Math.Min(Width, days * Width / 1826);
        return string.Create(CultureInfo.InvariantCulture, $"{new string('█', filled)}{new string('░', Width - filled)} {days,4} d");
    }

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
