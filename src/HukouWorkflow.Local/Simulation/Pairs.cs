using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>
/// When the same person is granted hukou under the first pack and under the second. Whole numbers of people by days of
/// difference: they take the same room for any number of people, and their sum does not depend on the order.
/// </summary>
internal sealed class Pairs
{
    private readonly int _most;
    private readonly long[] _byDays;

    /// <summary>Nobody yet.</summary>
    /// <param name="start">The first day of the simulation.</param>
    /// <param name="end">The first day after it.</param>
    public Pairs(LocalDate start, LocalDate end)
    {
        _most = Period.DaysBetween(start, end);
        _byDays = new long[(2 * _most) + 1];
    }

    /// <summary>People granted under the first alone.</summary>
    public long OnlyFirst { get; private set; }

    /// <summary>People granted under the second alone.</summary>
    public long OnlySecond { get; private set; }

    /// <summary>People granted earlier under the second than under the first.</summary>
    public long Earlier => Between(-_most, -1);

    /// <summary>People granted on the same day under both.</summary>
    public long SameDay => Between(0, 0);

    /// <summary>People granted later under the second than under the first.</summary>
    public long Later => Between(1, _most);

    /// <summary>People granted under both.</summary>
    public long Both => Between(-_most, _most);

    /// <summary>By how many days those granted earlier are so, at the median; null where there is nobody.</summary>
    public int? MedianEarlier => -Median(-_most, -1);

    /// <summary>By how many days those granted later are so, at the median; null where there is nobody.</summary>
    public int? MedianLater => Median(1, _most);

    /// <summary>Days waited under the second less days waited under the first, at the median of all granted under both; null where there is nobody.</summary>
    public int? MedianOfBoth => Median(-_most, _most);

    /// <summary>Counts a person.</summary>
    /// <param name="first">The day granted under the first pack, or null.</param>
    /// <param name="second">The day granted under the second, or null.</param>
    public void Count(LocalDate? first, LocalDate? second)
    {
        switch (first, second)
        {
            case ({ } one, { } other):
                _byDays[_most + Period.DaysBetween(one, other)]++;
                break;
            case ({ }, null):
                OnlyFirst++;
                break;
            case (null, { }):
                OnlySecond++;
                break;
        }
    }

    /// <summary>Adds other people.</summary>
    public void Add(Pairs others)
    {
        OnlyFirst += others.OnlyFirst;
        OnlySecond += others.OnlySecond;
        for (var i = 0; i < _byDays.Length; i++)
        {
            _byDays[i] += others._byDays[i];
        }
    }

    private long Between(int least, int most) => _byDays[(_most + least)..(_most + most + 1)].Sum();

    // Of an even number of people the lower of the two in the middle, so that it is a day somebody waited.
    private int? Median(int least, int most)
    {
        var left = (Between(least, most) + 1) / 2;
        if (left == 0)
        {
            return null;
        }

        var days = least;
        while ((left -= _byDays[_most + days]) > 0)
        {
            days++;
        }

        return days;
    }
}
