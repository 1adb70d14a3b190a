using System.Globalization;
using System.Text;
using System.Text.Json;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime.Text;

namespace HukouWorkflow.Local.Simulation;

/// <summary>The tables of a simulation: CSV (RFC 4180), numbers of simulated people.</summary>
internal static class SimulationTables
{
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    /// <summary>Writes the tables.</summary>
    /// <returns>The names of the files.</returns>
    public static IReadOnlyList<string> Write(string folder, Totals totals) =>
        Save(folder, [("months.csv", Months(totals)), ("years-waited.csv", YearsWaited(totals)), ("what-stopped.csv", WhatStopped(totals))]);

    /// <summary>Writes lines of cells as files.</summary>
    /// <returns>The names of the files.</returns>
    public static IReadOnlyList<string> Save(string folder, IReadOnlyList<(string Name, IEnumerable<string> Lines)> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, lines) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), string.Concat(lines.Select(line => line + "\r\n")), new UTF8Encoding(false));
        }

        return [.. files.Select(file => file.Name)];
    }

    /// <summary>What happened in each month, and how many wait at its end.</summary>
    public static IEnumerable<string> Months(Totals totals)
    {
        var flows = Enum.GetValues<Measure>().Where(measure => measure is not (Measure.InReview or Measure.Waiting)).ToList();
        yield return Line(["month", .. flows.Select(measure => Word(measure.ToString())), "inReviewAtEnd", "waitingAtEnd"]);
        var (inReview, waiting) = (0L, 0L);
        for (var month = 0; month < totals.Months; month++)
        {
            inReview += totals[Measure.InReview, month];
            waiting += totals[Measure.Waiting, month];
            yield return Line([Month.Format(totals.FirstDayOf(month)), .. flows.Select(measure => Text(totals[measure, month])), Text(inReview), Text(waiting)]);
        }
    }

    /// <summary>How long the grant was waited for, in whole years completed.</summary>
    public static IEnumerable<string> YearsWaited(Totals totals)
    {
        yield return Line(["years", "peopleSinceArriving", "peopleSinceApplying"]);
        for (var years = 0; years < totals.YearsSinceArrival.Count; years++)
        {
            yield return Line([Text(years), Text(totals.YearsSinceArrival[years]), Text(years < totals.YearsSinceApplying.Count ? totals.YearsSinceApplying[years] : 0)]);
        }
    }

    /// <summary>How many people each thing stopped at least once.</summary>
    public static IEnumerable<string> WhatStopped(Totals totals)
    {
        yield return Line(["stoppedBy", "register", "people"]);
        foreach (var (what, register, people) in Stops(totals))
        {
            yield return Line([what, register, Text(people)]);
        }
    }

    /// <summary>What stopped the clock, and what brought a case to a person; people stopped by several stand in several lines.</summary>
    public static IEnumerable<(string What, string Register, long People)> Stops(Totals totals)
    {
        foreach (var reason in (GapReason[])[GapReason.LateEndorsement, GapReason.Absence, GapReason.LeftCity])
        {
            yield return (Word(reason.ToString()), string.Empty, totals.StoppedBy(reason));
        }

        yield return (Word(nameof(ReviewReason.NoConsentToAutomaticGrant)), string.Empty, totals.ReviewedFor(new ReviewCause(ReviewReason.NoConsentToAutomaticGrant, null)));
        foreach (var reason in (ReviewReason[])[ReviewReason.RegisterContradicted, ReviewReason.RegisterUnknown])
        {
            foreach (var register in Enum.GetValues<Register>())
            {
                yield return (Word(reason.ToString()), Word(register.ToString()), totals.ReviewedFor(new ReviewCause(reason, register)));
            }
        }
    }

    /// <summary>A number as the tables write it.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line of a table.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells);

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
