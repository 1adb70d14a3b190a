using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class FindingTests
{
    private static readonly LocalDate Early = new(2020, 1, 1);
    private static readonly LocalDate Late = new(2021, 1, 1);

    [Theory]
    [InlineData(Verdict.Met, Verdict.Met, Verdict.Met, Verdict.Met)]
    [InlineData(Verdict.Met, Verdict.NotMet, Verdict.NotMet, Verdict.Met)]
    [InlineData(Verdict.Met, Verdict.Unknown, Verdict.Unknown, Verdict.Met)]
    [InlineData(Verdict.NotMet, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet)]
    [InlineData(Verdict.NotMet, Verdict.Unknown, Verdict.NotMet, Verdict.Unknown)]
    [InlineData(Verdict.Unknown, Verdict.Unknown, Verdict.Unknown, Verdict.Unknown)]
    public void Given_two_verdicts_When_they_are_joined_Then_Kleenes_tables_hold_in_either_order(Verdict left, Verdict right, Verdict all, Verdict any)
    {
        Assert.Equal((all, all), (Finding.All("r", null, [Of(left), Of(right)]).Verdict, Finding.All("r", null, [Of(right), Of(left)]).Verdict));
        Assert.Equal((any, any), (Finding.Any("r", null, [Of(left), Of(right)]).Verdict, Finding.Any("r", null, [Of(right), Of(left)]).Verdict));
    }

    [Fact]
    public void Given_two_days_When_they_are_joined_Then_all_takes_the_later_and_any_the_earlier()
    {
        Assert.Equal(Late, Finding.All("r", null, [Of(Verdict.Met, Late), Of(Verdict.Met, Early)]).MetOn);
        Assert.Equal(Early, Finding.Any("r", null, [Of(Verdict.Met, Late), Of(Verdict.Met, Early)]).MetOn);
    }

    [Fact]
    public void Given_a_day_that_never_comes_When_it_is_joined_Then_all_never_comes_and_any_does()
    {
        Assert.Null(Finding.All("r", null, [Of(Verdict.NotMet), Of(Verdict.Met, Early)]).MetOn);
        Assert.Null(Finding.All("r", null, [Of(Verdict.Met, Early), Of(Verdict.NotMet)]).MetOn);
        Assert.Equal(Early, Finding.Any("r", null, [Of(Verdict.NotMet), Of(Verdict.Met, Early)]).MetOn);
    }

    private static Finding Of(Verdict verdict, LocalDate? metOn = null) => new("part", verdict, metOn, [], [], null, [], []);
}
