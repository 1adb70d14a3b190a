using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>
/// What a simulation comes to, as whole numbers only: sums of whole numbers are the same in whatever order they are added,
/// so the result does not depend on how the people were shared out among cores.
/// </summary>
internal sealed class Totals
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    private readonly LocalDate _start;
    private readonly long[] _byMonth;
    private readonly long[] _ends = new long[Enum.GetValues<CaseStatus>().Length];
    private readonly long[] _gaps = new long[Enum.GetValues<GapReason>().Length];
    private readonly long[] _reviews = new long[Enum.GetValues<ReviewReason>().Length * (Registers + 1)];
    private readonly long[] _sinceArrival;
    private readonly long[] _sinceApplying;

    /// <summary>Nothing yet.</summary>
    /// <param name="start">The first day of the simulation.</param>
    /// <param name="end">The first day after it.</param>
    /// <param name="earliest">The first day anybody arrives.</param>
    public Totals(LocalDate start, LocalDate end, LocalDate earliest)
    {
        _start = start;
        Months = MonthOf(end.PlusDays(-1)) + 1;
        _byMonth = new long[Months * Measures];
        _sinceArrival = new long[1 + WholeYears(LocalDate.Min(start, earliest), end)];
        _sinceApplying = new long[1 + WholeYears(start, end)];
    }

    private static int Registers { get; } = Enum.GetValues<Register>().Length;

    /// <summary>How many calendar months the simulation touches.</summary>
    public int Months { get; }

    /// <summary>How many people applied.</summary>
    public long Applications => Sum(Measure.Applications);

    /// <summary>Years waited from arriving to the grant: the number of people by whole years completed.</summary>
    public IReadOnlyList<long> YearsSinceArrival => _sinceArrival;

    /// <summary>Years waited from applying to the grant: the number of people by whole years completed.</summary>
    public IReadOnlyList<long> YearsSinceApplying => _sinceApplying;

    /// <summary>The first day of a month.</summary>
    public LocalDate FirstDayOf(int month) => new LocalDate(_start.Year, _start.Month, 1).PlusMonths(month);

    /// <summary>A measure in a month.</summary>
    public long this[Measure measure, int month] => _byMonth[(month * Measures) + (int)measure];

    /// <summary>A measure over all months.</summary>
    public long Sum(Measure measure) => Enumerable.Range(0, Months).Sum(month => this[measure, month]);

    /// <summary>How many cases stand at a status when the simulation ends.</summary>
    public long EndingAt(CaseStatus status) => _ends[(int)status];

    /// <summary>How many people a reason stopped at least once.</summary>
    public long StoppedBy(GapReason reason) => _gaps[(int)reason];

    /// <summary>How many people were handed to a person for a cause at least once.</summary>
    public long ReviewedFor(ReviewCause cause) => _reviews[IndexOf(cause)];

    /// <summary>Counts something on a day.</summary>
    public void Count(Measure measure, LocalDate day, int how = 1) => _byMonth[(MonthOf(day) * Measures) + (int)measure] += how;

    /// <summary>Counts how long a grant was waited for.</summary>
    public void CountWait(LocalDate arrived, LocalDate applied, LocalDate granted)
    {
        _sinceArrival[WholeYears(arrived, granted)]++;
        _sinceApplying[WholeYears(applied, granted)]++;
    }

    /// <summary>Counts what stopped a person, each reason once.</summary>
    public void CountStops(IEnumerable<GapReason> gaps, IEnumerable<ReviewCause> reviews)
    {
        foreach (var reason in gaps)
        {
            _gaps[(int)reason]++;
        }

        foreach (var cause in reviews)
        {
            _reviews[IndexOf(cause)]++;
        }
    }

    /// <summary>Counts where a case stands at the end.</summary>
    public void CountEnd(CaseStatus status) => _ends[(int)status]++;

    /// <summary>Adds what other people came to.</summary>
    public void Add(Totals other)
    {
        foreach (var (mine, theirs) in (ReadOnlySpan<(long[], long[])>)
            [(_byMonth, other._byMonth), (_ends, other._ends), (_gaps, other._gaps), (_reviews, other._reviews), (_sinceArrival, other._sinceArrival), (_sinceApplying, other._sinceApplying)])
        {
            for (var i = 0; i < mine.Length; i++)
            {
                mine[i] += theirs[i];
            }
        }
    }

    private static int WholeYears(LocalDate from, LocalDate to)
    {
        var years = to.Year - from.Year;
        return from.PlusYears(years) > to ? years - 1 : years;
    }

    private static int IndexOf(ReviewCause cause) => ((int)cause.Reason * (Registers + 1)) + (cause.Register is { } register ? (int)register : Registers);

    private int MonthOf(LocalDate day) => ((day.Year - _start.Year) * 12) + day.Month - _start.Month;
}
