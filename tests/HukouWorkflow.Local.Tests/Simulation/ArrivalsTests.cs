using HukouWorkflow.Local.Simulation;
using NodaTime;

namespace HukouWorkflow.Local.Tests.Simulation;

public sealed class ArrivalsTests
{
    private static readonly LocalDate End = new(2012, 1, 1);

    private static readonly ArrivalPeriod[] Periods =
        [new(new LocalDate(2011, 1, 1), new LocalDate(2011, 1, 11), 300, IsSourced: false), new(new LocalDate(2011, 7, 1), new LocalDate(2011, 7, 11), 100, IsSourced: false)];

    [Theory]
    [InlineData(4)]
    [InlineData(40)]
    [InlineData(400)]
    [InlineData(4000)]
    public void Given_two_periods_When_people_are_sampled_Then_each_period_has_its_due_share_of_any_number(int people)
    {
        var arrivals = new Arrivals(Periods, End, people);

        var days = Enumerable.Range(0, people).Select(person => arrivals.DayOf(person)).ToList();

        Assert.Equal(people * 3 / 4, days.Count(day => day < Periods[0].To));
        Assert.All(days, day => Assert.Contains(Periods, period => day >= period.From && day < period.To));
        Assert.Equal(400.0 / people, arrivals.Weight);
    }

    [Fact]
    public void Given_a_period_that_outlasts_the_end_When_people_are_sampled_Then_only_those_before_it_arrive()
    {
        var arrivals = new Arrivals(Periods, new LocalDate(2011, 7, 6), people: null);

        Assert.Equal(350, arrivals.People);
        Assert.Equal(new LocalDate(2011, 7, 5), arrivals.DayOf(349));
    }
}
