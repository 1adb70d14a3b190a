using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class SeveralCriterionTests
{
    private static readonly LocalDate Today = Day(2026, 1, 1);

    private static readonly NoRecordCriterion Record = new(Judged.Cited);
    private static readonly DwellingCriterion Owned = new(Judged.Cited, [Dwelling.Owned]);
    private static readonly QualificationCriterion Degree = new(Judged.Cited, [QualificationKind.Bachelor]);

    private static readonly SettlementFacts Facts = Since(Day(2021, 1, 1)) with
    {
        NoRecord = true,
        Dwellings = [new(Day(2023, 1, 1), Dwelling.Owned)],
        Qualifications = [new(QualificationKind.Technician, Day(2020, 1, 1))],
    };

    private const string Parts =
        "[noRecord Met 2021-01-01; Claimed noRecord PublicSecurity | dwelling Met 2023-01-01; since 2023-01-01 date; Claimed dwelling Housing | qualification NotMet; Claimed qualification]";

    [Fact]
    public void Given_three_criteria_When_all_are_asked_Then_one_that_is_not_met_decides() =>
        Assert.Equal($"all NotMet {Parts}", Judged.By(Asked(SeveralCriterion.All, 3), Facts, Today));

    [Fact]
    public void Given_three_criteria_When_any_is_asked_Then_the_first_met_decides() =>
        Assert.Equal($"any Met 2021-01-01 {Parts}", Judged.By(Asked(SeveralCriterion.Any, 1), Facts, Today));

    [Fact]
    public void Given_three_criteria_When_at_least_two_are_asked_Then_the_second_met_decides_and_both_numbers_are_shown() =>
        Assert.Equal($"atLeast Met 2023-01-01; count 2 count; met 2 count {Parts}", Judged.By(Asked(SeveralCriterion.AtLeast, 2), Facts, Today));

    [Fact]
    public void Given_one_criterion_When_it_is_joined_by_itself_Then_it_decides() =>
        Assert.StartsWith("any Met 2023-01-01 [", Judged.By(new SeveralCriterion(SeveralCriterion.Any, 1, [Owned]), Facts, Today), StringComparison.Ordinal);

    [Fact]
    public void Given_two_that_ask_the_same_When_they_are_compared_Then_they_are_equal_and_any_difference_tells_them_apart()
    {
        var asked = Asked(SeveralCriterion.AtLeast, 2);

        Assert.Equal(asked, Asked(SeveralCriterion.AtLeast, 2));
        Assert.Equal(asked.GetHashCode(), Asked(SeveralCriterion.AtLeast, 2).GetHashCode());
        Assert.NotEqual(asked, asked with { Count = 1 });
        Assert.NotEqual(asked, asked with { Rule = SeveralCriterion.Any });
        Assert.NotEqual(asked, asked with { Of = [Record, Degree, Owned] });
        Assert.NotEqual(asked, asked with { Of = [Record, Owned] });
    }

    private static SeveralCriterion Asked(string rule, int count) => new(rule, count, [Record, Owned, Degree]);
}
