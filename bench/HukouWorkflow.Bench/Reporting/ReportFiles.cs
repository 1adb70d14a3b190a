using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HukouWorkflow.Bench.Reporting;

/// <summary>Writes a report down: JSON for programs, Markdown for people.</summary>
internal static class ReportFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes both files into a folder, which is made where there is none.</summary>
    public static async Task WriteAsync(Report report, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, report.Name + ".json"), JsonSerializer.Serialize(report, Json), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, report.Name + ".md"), Markdown(report), cancellationToken);
    }

    private static string Markdown(Report report)
    {
        var text = new StringBuilder();
        text.Append("# ").AppendLine(report.Name).AppendLine().AppendLine(report.Machine);
        foreach (var setting in report.Settings)
        {
            text.Append("- ").AppendLine(setting);
        }

        var columns = FigureText.Columns(report);
        foreach (var part in report.Figures.GroupBy(figure => figure.Part, StringComparer.Ordinal))
        {
            text.AppendLine().Append("## ").AppendLine(part.Key).AppendLine()
                .Append("| what | ").AppendJoin(" | ", columns.Select(column => column.Title)).AppendLine(" |")
                .Append("|---|").AppendJoin("|", columns.Select(column => column.IsNumber ? "---:" : "---")).AppendLine("|");
            foreach (var figure in part)
            {
                text.Append("| ").Append(figure.What).Append(" | ").AppendJoin(" | ", columns.Select(column => column.Text(figure))).AppendLine(" |");
            }
        }

        return text.ToString();
    }
}
