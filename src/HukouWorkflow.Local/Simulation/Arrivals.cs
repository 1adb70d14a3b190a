using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>
/// On which day each of the simulated people arrives. They stand evenly among all who arrive before the end: the first arrives
/// early, the last late, and no chance is in it, so that every period has its due number whatever the size of the sample.
/// </summary>
internal sealed class Arrivals
{
    /// <summary>The most people of a period: the whole country.</summary>
    public const long MostPeople = 1_500_000_000;

    private readonly ArrivalPeriod[] _periods;
    private readonly long _people;

    /// <summary>The arrivals before an end.</summary>
    /// <param name="periods">The periods; a later one may overlap an earlier.</param>
    /// <param name="end">People who would arrive from this day on are left out.</param>
    /// <param name="people">How many people are simulated, or null for as many as arrive.</param>
    /// <exception cref="InvalidDataException">Nobody arrives before the end.</exception>
    public Arrivals(IEnumerable<ArrivalPeriod> periods, LocalDate end, long? people)
    {
        _periods = [.. periods.Select(period => Until(period, end)).Where(period => period.People > 0)];
        Total = _periods.Sum(period => period.People);
        _people = Total > 0 ? people ?? Total : throw new InvalidDataException("Nobody arrives before the simulation ends. Give it more years, or mend the scenario's arrivals.");
    }

    /// <summary>How many people arrive before the end, by the scenario.</summary>
    public long Total { get; }

    /// <summary>How many people are simulated for them.</summary>
    public long People => _people;

    /// <summary>How many people each of the simulated stands for.</summary>
    public double Weight => (double)Total / _people;

    /// <summary>The day a person arrives.</summary>
    /// <param name="person">The person's number, from 0.</param>
    public LocalDate DayOf(long person)
    {
        // The middle of the person's share of all who arrive.
        var place = (long)((Int128)((2 * person) + 1) * Total / (2 * _people));
        var i = 0;
        while (place >= _periods[i].People)
        {
            place -= _periods[i].People;
            i++;
        }

        var period = _periods[i];
        return period.From.PlusDays((int)(place * Period.DaysBetween(period.From, period.To) / period.People));
    }

    private static ArrivalPeriod Until(ArrivalPeriod period, LocalDate end)
    {
        if (period.To <= end)
        {
            return period;
        }

        var days = Math.Max(0, Period.DaysBetween(period.From, end));
        return period with { To = end, People = period.People * days / Period.DaysBetween(period.From, period.To) };
    }
}
