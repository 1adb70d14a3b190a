using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class PointsTableTests
{
    private static readonly ResidenceTerms NoTerms = Terms();
    private static readonly LocalDate Start = Day(2021, 1, 1);

    private static readonly PointsForAge Young = new("young", Judged.Cited, atMost: 35, points: 20);

    private static readonly PointsForQualification Degree = new(
        "degree", Judged.Cited, new Dictionary<QualificationKind, decimal> { [QualificationKind.Bachelor] = 15, [QualificationKind.Master] = 26 });

    [Theory]
    [InlineData(PointsSource.Residence)]
    [InlineData(PointsSource.Work)]
    [InlineData(PointsSource.Insurance)]
    [InlineData(PointsSource.Dwelling)]
    public void Given_points_for_each_year_When_years_go_by_Then_a_step_comes_with_every_full_one_up_to_the_most(PointsSource of)
    {
        var rule = PerYear(of, each: 4, atMost: 10);

        Assert.Equal([new PointsStep(Day(2022, 1, 1), 4), new(Day(2023, 1, 1), 8), new(Day(2024, 1, 1), 10)], rule.Steps(Settled(Day(2022, 6, 1))));
        Assert.Equal(10, rule.Most);
    }

    [Fact]
    public void Given_points_without_a_limit_When_years_go_by_Then_they_end_with_a_working_life() =>
        Assert.Equal((50, 100m, null), (Uncapped.Steps(Settled(Day(2022, 6, 1))).Count, Uncapped.Steps(Settled(Day(2022, 6, 1)))[^1].Points, Uncapped.Most));

    [Fact]
    public void Given_a_clock_that_stands_still_When_points_for_its_years_are_asked_Then_those_complete_stay_and_no_more_come()
    {
        var stated = new StatedCase(Since(Start) with { Insurance = [Span(Start, Day(2023, 3, 1))] }, Day(2026, 1, 1), []);

        Assert.Equal([new PointsStep(Day(2022, 1, 1), 4), new(Day(2023, 1, 1), 8)], PerYear(PointsSource.Insurance, each: 4, atMost: null).Steps(stated));
    }

    [Fact]
    public void Given_dwellings_of_another_kind_When_points_for_dwellings_are_asked_Then_there_are_none() =>
        Assert.Empty(PerYear(PointsSource.Dwelling, each: 4, atMost: null).Steps(new(Since(Start) with { Dwellings = [new(Start, Dwelling.Dormitory)] }, Day(2026, 1, 1), [])));

    [Fact]
    public void Given_a_year_of_birth_When_points_for_youth_are_asked_Then_they_last_to_the_end_of_the_year_the_age_is_passed_in()
    {
        Assert.Equal([new PointsStep(Day(1990, 1, 1), 20), new(Day(2027, 1, 1), 0)], Young.Steps(Person(Start, born: 1990)));
        Assert.Empty(Young.Steps(Person(Start)));
        Assert.Equal(20, Young.Most);
    }

    [Fact]
    public void Given_several_degrees_in_any_order_When_points_for_them_are_asked_Then_the_best_so_far_counts()
    {
        var stated = Person(Start, held: [new(QualificationKind.Master, Day(2024, 7, 1)), new(QualificationKind.Technician, Day(2019, 1, 1)), new(QualificationKind.Bachelor, Day(2020, 7, 1)), new(QualificationKind.Bachelor, Day(2025, 7, 1))]);

        Assert.Equal([new PointsStep(Day(2020, 7, 1), 15), new(Day(2024, 7, 1), 26)], Degree.Steps(stated));
        Assert.Equal(26, Degree.Most);
    }

    [Theory]
    [InlineData("2020-06-30", 0)]
    [InlineData("2020-07-01", 15)]
    [InlineData("2024-06-30", 15)]
    [InlineData("2024-07-01", 26)]
    public void Given_steps_When_points_are_counted_on_a_day_Then_the_last_step_by_then_holds(string day, int points) =>
        Assert.Equal(points, PointsTable.On([new(Day(2020, 7, 1), 15), new(Day(2024, 7, 1), 26)], Iso(day)));

    [Fact]
    public void Given_a_table_When_its_most_is_asked_Then_it_is_the_sum_unless_an_entry_has_no_limit()
    {
        Assert.Equal(46, new PointsTable([Young, Degree]).Most);
        Assert.Null(new PointsTable([Young, Uncapped]).Most);
    }

    [Theory]
    [InlineData("2021-12-31", "points NotMet 2022-01-01..2027-01-01; required 22 points; total 20 points [points:young Met; points 20 points | points:insurance NotMet; points 0 points; atMost 4 points]")]
    [InlineData("2022-01-01", "points Met 2022-01-01..2027-01-01; required 22 points; total 22 points [points:young Met; points 20 points | points:insurance Met; points 2 points; atMost 4 points]")]
    [InlineData("2026-12-31", "points Met 2022-01-01..2027-01-01; required 22 points; total 24 points [points:young Met; points 20 points | points:insurance Met; points 4 points; atMost 4 points]")]
    [InlineData("2027-01-01", "points NotMet; required 22 points; total 4 points [points:young NotMet; points 0 points | points:insurance Met; points 4 points; atMost 4 points]")]
    public void Given_points_that_come_with_years_and_go_with_age_When_a_number_is_asked_Then_it_is_met_while_it_lasts(string today, string found)
    {
        var facts = Since(Start) with { BornIn = 1990, Insurance = [Span(Start, null)] };
        var criterion = new PointsCriterion(Judged.Cited, 22, new PointsTable([Young, PerYear(PointsSource.Insurance, each: 2, atMost: 4)]));

        Assert.Equal(found, Judged.By(criterion, facts, Iso(today)));
    }

    [Fact]
    public void Given_a_number_lost_and_reached_again_When_it_is_asked_between_Then_the_next_time_counts()
    {
        var facts = Since(Start) with { BornIn = 1985, Insurance = [Span(Day(2020, 1, 1), null)], Qualifications = [new(QualificationKind.Master, Day(2024, 7, 1))] };
        var table = new PointsTable([Young, Degree]);

        Assert.Equal(new Weighing(Verdict.Met, Day(1985, 1, 1), Day(2022, 1, 1)), table.Reached(new(facts, Day(2021, 12, 31), []), 20));
        Assert.Equal(new Weighing(Verdict.NotMet, Day(2024, 7, 1), null), table.Reached(new(facts, Day(2022, 1, 1), []), 20));
        Assert.Equal(new Weighing(Verdict.NotMet, null, null), table.Reached(new(facts, Day(2022, 1, 1), []), 27));
    }

    private static PointsPerYear Uncapped => PerYear(PointsSource.Insurance, each: 2, atMost: null);

    private static PointsPerYear PerYear(PointsSource of, decimal each, decimal? atMost) =>
        new(of == PointsSource.Insurance ? "insurance" : "years", Judged.Cited, of, [Dwelling.Owned], each, atMost, NoTerms);

    private static StatedCase Settled(LocalDate today) => new(
        Since(Start).EndorsedYearly(1) with
        {
            Employment = [new(EmploymentKind.Business, Span(Start, null))],
            Insurance = [Span(Start, null)],
            Dwellings = [new(Start, Dwelling.Owned)],
        },
        today,
        []);

    private static StatedCase Person(LocalDate today, int? born = null, params Qualification[] held) => new(Since(Start) with { BornIn = born, Qualifications = held }, today, []);
}
