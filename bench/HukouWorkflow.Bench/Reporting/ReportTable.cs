using Spectre.Console;

namespace HukouWorkflow.Bench.Reporting;

/// <summary>Shows a report on the console.</summary>
internal static class ReportTable
{
    private const int WidthOfFiles = 180;

    /// <summary>Prints it.</summary>
    public static void Print(Report report)
    {
        var console = Console.IsOutputRedirected ? Plain() : AnsiConsole.Console;
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Markup.Escape(report.Name)}[/]")
            .AddColumns(new TableColumn("What"), new TableColumn("Figure").RightAligned(), new TableColumn("Spread").RightAligned(), new TableColumn("Made of"));
        foreach (var part in report.Figures.GroupBy(figure => figure.Part, StringComparer.Ordinal))
        {
            table.AddRow(new Markup($"[bold]{Markup.Escape(part.Key)}[/]"));
            foreach (var figure in part)
            {
                table.AddRow(new Text("  " + figure.What), new Text(FigureText.Value(figure)), new Text(FigureText.Spread(figure)), new Text(figure.Detail));
            }
        }

        console.Write(table);
        console.WriteLine(report.Machine);
        foreach (var setting in report.Settings)
        {
            console.WriteLine(setting);
        }
    }

    private static IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        console.Profile.Width = WidthOfFiles;
        return console;
    }
}
