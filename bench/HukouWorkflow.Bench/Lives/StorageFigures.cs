using System.Globalization;
using HukouWorkflow.Bench.Counting;
using HukouWorkflow.Bench.Reporting;
using HukouWorkflow.Functions.Activities;

namespace HukouWorkflow.Bench.Lives;

/// <summary>The storage transactions of cases, as figures.</summary>
internal static class StorageFigures
{
    private const string Life = "A life: from application to settled";
    private const string Wait = "Waiting, and the timer triggers";
    private const string Transactions = "transactions";
    private const int SweepsOfDay = 24 * 12;

    /// <summary>A life on Functions, taken apart, and beside it the same life on the local host.</summary>
    public static IEnumerable<Figure> OfLife(FunctionsMeasurement settled, IReadOnlyList<LedgerLine> local)
    {
        List<LedgerLine> life = [.. OfLife(settled.Lines)];
        List<LedgerLine> same = [.. OfLife(local)];
        List<LedgerLine> without = [.. same.Where(line => !LocalMeasurement.IsPoll(line))];
        yield return new Figure(Life, "Functions to the local host on tables", (double)life.Count / without.Count, "x", Detail: "counts at Azurite; the local host without its scheduler's polling");
        yield return Of(Life, "whole life, Functions", life);
        yield return new Figure(Life, "the same, where each row is billed", life.Sum(line => Math.Max(1, line.Rows)), Transactions, Detail: "an entity group transaction is one request, and one transaction in all other lines");
        yield return Of(Life, "submission: the call", At(life, CaseLife.Submission, Applicant.Call));
        yield return Of(Life, "submission: the orchestration", Not(life, CaseLife.Submission, Applicant.Call));
        yield return Each("an endorsement: the call", life, CaseLife.Endorsement, line => line.Asker is Applicant.Call);
        yield return Each("an endorsement: the orchestration", life, CaseLife.Endorsement, line => line.Asker is not Applicant.Call);
        yield return Of(Life, "five years of waiting", life.Where(line => line.Stage.StartsWith(CaseLife.Waiting, StringComparison.Ordinal)));
        yield return Of(Life, "six register checks", At(life, CaseLife.Settlement, nameof(CaseActivities.AskRegister)));
        yield return Of(Life, "two grants", At(life, CaseLife.Settlement, nameof(CaseActivities.RequestBenefit)));
        yield return Of(Life, "settlement: before, between and after those", At(life, CaseLife.Settlement, nameof(CaseActivities.AdvanceCase)));
        yield return new Figure(Life, "what the case takes", settled.Bytes / 1024d, "KiB", Detail: "all its rows in all tables, by the service's formula for capacity");
        yield return Of(Life, "whole life, local host on tables", without, "with a find for each case that a poll found due, twice where it polled again before the step; ");
        yield return Of(Life, "its scheduler's polling meanwhile", same.Where(LocalMeasurement.IsPoll), "real seconds of this run, not five years: ");
    }

    /// <summary>A year of waiting, and what the timer triggers cost whatever cases there are.</summary>
    public static IEnumerable<Figure> OfWaiting(FunctionsMeasurement waiting)
    {
        List<LedgerLine> empty = [.. waiting.Lines.Where(line => line.Stage is FunctionsMeasurement.EmptyDay)];
        List<LedgerLine> sweeps = [.. empty.Where(LocalMeasurement.IsPoll)];
        yield return Of(Wait, "a year of one case that only waits", waiting.Lines.Where(line => line.Stage is FunctionsMeasurement.Year), string.Create(CultureInfo.InvariantCulture, $"{waiting.Work.ActivityCount} rounds; "));
        yield return new Figure(Wait, "a sweep that finds nobody late", (double)sweeps.Count / SweepsOfDay, Transactions, Detail: "one query for each of the partitions of Wakes, however many cases wait");
        yield return Of(Wait, "a day of sweeps and pruning, no case", empty);
        yield return Of(Wait, "a day of sweeps and pruning, one case waits", waiting.Lines.Where(line => line.Stage is FunctionsMeasurement.WaitingDay));
        yield return new Figure(Wait, "a year of sweeps and pruning", empty.Count * 365d, Transactions, Detail: "365 such days; for the whole deployment, not for a case");
    }

    private static IEnumerable<LedgerLine> OfLife(IEnumerable<LedgerLine> lines) => lines.Where(line => line.Stage is not (CaseLife.Start or CaseLife.After));

    private static IEnumerable<LedgerLine> At(IEnumerable<LedgerLine> lines, string stage, string asker) =>
        lines.Where(line => string.Equals(line.Stage, stage, StringComparison.Ordinal) && string.Equals(line.Asker, asker, StringComparison.Ordinal));

    private static IEnumerable<LedgerLine> Not(IEnumerable<LedgerLine> lines, string stage, string asker) =>
        lines.Where(line => string.Equals(line.Stage, stage, StringComparison.Ordinal) && !string.Equals(line.Asker, asker, StringComparison.Ordinal));

    private static Figure Of(string part, string what, IEnumerable<LedgerLine> lines, string remark = "")
    {
        List<LedgerLine> found = [.. lines];
        return new Figure(part, what, found.Count, Transactions, Detail: remark + CallLedger.Describe(found));
    }

    private static Figure Each(string what, IReadOnlyList<LedgerLine> life, string stage, Func<LedgerLine, bool> belongs)
    {
        List<List<LedgerLine>> each = [.. Enumerable.Range(1, CaseLife.Endorsements).Select(number => life.Where(line => string.Equals(line.Stage, $"{stage} {number}", StringComparison.Ordinal) && belongs(line)).ToList())];
        return Figure.OfRuns(Life, what, [.. each.Select(lines => (double)lines.Count)], Transactions, "the first: " + CallLedger.Describe(each[0]));
    }
}
