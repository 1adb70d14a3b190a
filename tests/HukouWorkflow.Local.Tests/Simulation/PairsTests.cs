using HukouWorkflow.Local.Simulation;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Simulation;

public sealed class PairsTests
{
    private static readonly LocalDate Start = new(2011, 1, 1);

    [Fact]
    public void Given_people_granted_on_two_days_each_When_counted_in_two_parts_Then_each_is_held_against_herself()
    {
        var (pairs, others) = (new Pairs(Start, Start.PlusDays(100)), new Pairs(Start, Start.PlusDays(100)));
        foreach (var (first, second) in ((int?, int?)[])[(99, 0), (50, 40), (50, 45), (7, 7)])
        {
            pairs.Count(Day(first), Day(second));
        }

        foreach (var (first, second) in ((int?, int?)[])[(0, 99), (3, null), (null, 4), (null, 5), (null, null)])
        {
            others.Count(Day(first), Day(second));
        }

        pairs.Add(others);

        Assert.Equal((3, 1, 1, 5), (pairs.Earlier, pairs.SameDay, pairs.Later, pairs.Both));
        Assert.Equal((1, 2), (pairs.OnlyFirst, pairs.OnlySecond));
        Assert.Equal((10, 99, -5), (pairs.MedianEarlier, pairs.MedianLater, pairs.MedianOfBoth));
    }

    [Fact]
    public void Given_nobody_granted_under_both_When_asked_for_medians_Then_there_are_none()
    {
        var pairs = new Pairs(Start, Start.PlusDays(100));
        pairs.Count(Start, null);

        Assert.Equal(((int?)null, (int?)null, (int?)null), (pairs.MedianEarlier, pairs.MedianLater, pairs.MedianOfBoth));
    }

    private static LocalDate? Day(int? day) => day is { } number ? Start.PlusDays(number) : null;
}
