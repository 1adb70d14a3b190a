using HukouWorkflow.Bench.Hosting;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Bench.Seeding;

namespace HukouWorkflow.Bench.Growing;

/// <summary>What open cases take on disk.</summary>
internal static class DiskCosts
{
    private const int TablesTold = 8;

    /// <summary>Bytes a case. Nobody may hold the folder.</summary>
    public static SizedRuns Measure(SeededFolder folder)
    {
        var cases = folder.Plan.Cases;
        var tables = TablePages.Read(folder.Data).Take(TablesTold).Select(table => $"{table.Name} {FigureText.Number(Math.Round((double)table.Bytes / cases))}");
        return new SizedRuns("Bytes a case", "B", cases, [(double)CaseFile.Bytes(folder.Data) / cases], string.Join(", ", tables));
    }
}
