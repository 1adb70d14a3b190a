using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A points table as one version has it in one district class.</summary>
internal sealed class PointsTable(IReadOnlyList<PointsRule> rules)
{
    /// <summary>The most that anybody can have, or null where an entry has no limit.</summary>
    public decimal? Most => rules.Any(rule => rule.Most is null) ? null : rules.Sum(rule => rule.Most);

    /// <summary>The points on the day of the evaluation.</summary>
    public decimal Total(StatedCase stated) => rules.Sum(rule => On(stated.Steps(rule), stated.Today));

    public Finding[] Show(StatedCase stated) => [.. rules.Select(rule => rule.Show(stated))];

    /// <summary>
    /// From when and until when a number of points is reached, as things stand: the time that holds today, or else the next one to come.
    /// Points can be lost again (by age), so what was reached once may have passed.
    /// </summary>
    public Weighing Reached(StatedCase stated, decimal minimum)
    {
        var points = new decimal[rules.Count];
        var total = 0m;
        LocalDate? since = null;
        foreach (var changes in rules.SelectMany((rule, index) => stated.Steps(rule).Select(step => (step.Day, index, step.Points))).GroupBy(change => change.Day).OrderBy(day => day.Key))
        {
            foreach (var (_, index, given) in changes)
            {
                total += given - points[index];
                points[index] = given;
            }

            if (total >= minimum)
            {
                since ??= changes.Key;
            }
            else if (since is { } from)
            {
                if (changes.Key > stated.Today)
                {
                    return Weighing.From(from, stated.Today, changes.Key);
                }

                since = null;
            }
        }

        return Weighing.From(since, stated.Today);
    }

    public static decimal On(IReadOnlyList<PointsStep> steps, LocalDate day)
    {
        var points = 0m;
        foreach (var step in steps)
        {
            points = step.Day <= day ? step.Points : points;
        }

        return points;
    }
}
