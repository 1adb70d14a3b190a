using HukouWorkflow.Core.Policies;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class WeighingTests
{
    private static readonly LocalDate Early = new(2020, 1, 1);
    private static readonly LocalDate Middle = new(2020, 6, 1);
    private static readonly LocalDate Late = new(2021, 1, 1);
    private static readonly LocalDate Last = new(2022, 1, 1);

    [Theory]
    [InlineData(Verdict.Met, Verdict.Met, Verdict.Met, Verdict.Met)]
    [InlineData(Verdict.Met, Verdict.NotMet, Verdict.NotMet, Verdict.Met)]
    [InlineData(Verdict.Met, Verdict.Unknown, Verdict.Unknown, Verdict.Met)]
    [InlineData(Verdict.NotMet, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet)]
    [InlineData(Verdict.NotMet, Verdict.Unknown, Verdict.NotMet, Verdict.Unknown)]
    [InlineData(Verdict.Unknown, Verdict.Unknown, Verdict.Unknown, Verdict.Unknown)]
    public void Given_two_verdicts_When_they_are_joined_Then_Kleenes_tables_hold_in_either_order(Verdict left, Verdict right, Verdict all, Verdict any)
    {
        Assert.Equal((all, all), (All(Of(left), Of(right)).Verdict, All(Of(right), Of(left)).Verdict));
        Assert.Equal((any, any), (Any(Of(left), Of(right)).Verdict, Any(Of(right), Of(left)).Verdict));
    }

    [Fact]
    public void Given_two_days_When_they_are_joined_Then_all_takes_the_later_and_any_the_earlier()
    {
        Assert.Equal(Late, All(Of(Verdict.Met, Late), Of(Verdict.Met, Early)).MetOn);
        Assert.Equal(Early, Any(Of(Verdict.Met, Late), Of(Verdict.Met, Early)).MetOn);
    }

    [Fact]
    public void Given_a_day_that_never_comes_When_it_is_joined_Then_all_never_comes_and_any_does()
    {
        Assert.Null(All(Of(Verdict.NotMet), Of(Verdict.Met, Early)).MetOn);
        Assert.Null(All(Of(Verdict.Met, Early), Of(Verdict.NotMet)).MetOn);
        Assert.Equal(Early, Any(Of(Verdict.NotMet), Of(Verdict.Met, Early)).MetOn);
    }

    [Theory]
    [InlineData(Verdict.Met, Verdict.Met, Verdict.NotMet, Verdict.Met)]
    [InlineData(Verdict.Met, Verdict.Unknown, Verdict.NotMet, Verdict.Unknown)]
    [InlineData(Verdict.Met, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet)]
    [InlineData(Verdict.Unknown, Verdict.Unknown, Verdict.NotMet, Verdict.Unknown)]
    [InlineData(Verdict.Unknown, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet)]
    public void Given_three_verdicts_When_two_must_be_met_Then_it_is_known_as_soon_as_it_can_be(Verdict one, Verdict two, Verdict three, Verdict expected) =>
        Assert.Equal(expected, Weighing.AtLeast(2, [Of(three), Of(one), Of(two)]).Verdict);

    [Fact]
    public void Given_three_days_When_two_must_be_met_Then_it_is_on_the_second()
    {
        Assert.Equal(Middle, Weighing.AtLeast(2, [Of(Verdict.Met, Late), Of(Verdict.Met, Early), Of(Verdict.Met, Middle)]).MetOn);
        Assert.Null(Weighing.AtLeast(2, [Of(Verdict.Met, Late), Of(Verdict.NotMet), Of(Verdict.NotMet)]).MetOn);
    }

    [Fact]
    public void Given_an_age_limit_that_passes_When_the_other_criterion_comes_later_Then_all_never_comes()
    {
        Assert.Null(All(Of(Verdict.Met, Early, Middle), Of(Verdict.NotMet, Late)).MetOn);
        Assert.Null(All(Of(Verdict.Met, Early, Late), Of(Verdict.NotMet, Late)).MetOn);
        Assert.Equal(Late, All(Of(Verdict.Met, Early, Last), Of(Verdict.NotMet, Late)).MetOn);
        Assert.Equal(Last, All(Of(Verdict.Met, Early, Last), Of(Verdict.NotMet, Late)).Until);
    }

    [Fact]
    public void Given_two_that_pass_When_they_are_joined_Then_it_ends_with_the_first_of_them()
    {
        Weighing[] parts = [Of(Verdict.Met, Early, Late), Of(Verdict.Met, Early, Last)];

        Assert.Equal(Late, Weighing.All(parts).Until);
        Assert.Equal(Late, Weighing.AtLeast(2, parts).Until);
        Array.Reverse(parts);
        Assert.Equal(Late, Weighing.All(parts).Until);
        Assert.Equal(Late, Weighing.AtLeast(2, parts).Until);
    }

    [Theory]
    [InlineData("2020-06-01", "2021-01-01", "2020-06-01")]
    [InlineData("2020-06-01", "2020-06-01", null)]
    [InlineData("2020-06-01", "2020-01-01", null)]
    [InlineData("2020-06-01", null, "2020-06-01")]
    public void Given_an_end_When_it_has_passed_before_the_first_day_Then_it_is_never_met(string from, string? until, string? metOn) =>
        Assert.Equal(Day(metOn), Weighing.From(Day(from), Early, Day(until)).MetOn);

    [Fact]
    public void Given_one_that_passes_When_another_takes_over_before_Then_any_does_not_end()
    {
        Assert.Null(Any(Of(Verdict.Met, Early, Late), Of(Verdict.NotMet, Middle)).Until);
        Assert.Equal(Middle, Any(Of(Verdict.Met, Early, Middle), Of(Verdict.NotMet, Late)).Until);
        Assert.Equal(Middle, Weighing.AtLeast(2, [Of(Verdict.Met, Early, Middle), Of(Verdict.Met, Early), Of(Verdict.NotMet, Late)]).Until);
    }

    [Fact]
    public void Given_two_that_must_hold_together_When_one_has_passed_before_the_other_comes_Then_they_never_do() =>
        Assert.Null(Weighing.AtLeast(2, [Of(Verdict.NotMet, Early, Middle), Of(Verdict.NotMet, Late)]).MetOn);

    [Theory]
    [InlineData("2020-01-01", null, "2020-01-01", Verdict.Met)]
    [InlineData("2020-01-01", null, "2019-12-31", Verdict.NotMet)]
    [InlineData("2020-01-01", "2021-01-01", "2020-12-31", Verdict.Met)]
    [InlineData("2020-01-01", "2021-01-01", "2021-01-01", Verdict.NotMet)]
    [InlineData(null, null, "2021-01-01", Verdict.NotMet)]
    public void Given_a_span_When_it_is_looked_at_on_a_day_Then_it_is_met_from_its_first_day_and_no_longer_on_its_end(string? metOn, string? until, string today, Verdict expected) =>
        Assert.Equal(expected, Weighing.From(Day(metOn), Day(today)!.Value, Day(until)).Verdict);

    private static LocalDate? Day(string? iso) => iso is null ? null : LocalDatePattern.Iso.Parse(iso).Value;

    private static Weighing Of(Verdict verdict, LocalDate? metOn = null, LocalDate? until = null) => new(verdict, metOn, until);

    private static Weighing All(params ReadOnlySpan<Weighing> parts) => Weighing.All(parts);

    private static Weighing Any(params ReadOnlySpan<Weighing> parts) => Weighing.AtLeast(1, parts);
}
