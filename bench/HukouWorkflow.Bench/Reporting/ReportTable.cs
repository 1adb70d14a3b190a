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
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Markup.Escape(report.Name)}[/]").AddColumn("what");
        var columns = FigureText.Columns(report);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column.Title) { Alignment = column.IsNumber ? Justify.Right : Justify.Left });
        }

        foreach (var part in report.Figures.GroupBy(figure => figure.Part, StringComparer.Ordinal))
        {
            table.AddRow(new Markup($"[bold]{Markup.Escape(part.Key)}[/]"));
            foreach (var figure in part)
            {
                table.AddRow([new Text("  " + figure.What), .. columns.Select(column => new Text(column.Text(figure)))]);
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
