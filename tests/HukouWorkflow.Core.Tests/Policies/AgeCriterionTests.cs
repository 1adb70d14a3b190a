using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class AgeCriterionTests
{
    private static readonly AgeCriterion From18To45 = new(Judged.Cited, AtLeast: 18, AtMost: 45, WomenAtMost: null);

    [Theory]
    [InlineData(null, "2026-01-01", "age Unknown; atLeast 18 years; atMost 45 years")]
    [InlineData(2008, "2025-12-31", "age NotMet 2026-01-01..2055-01-01; atLeast 18 years; atMost 45 years; bornIn 2008 year; Claimed age Population")]
    [InlineData(2008, "2026-01-01", "age Met 2026-01-01..2055-01-01; atLeast 18 years; atMost 45 years; bornIn 2008 year; Claimed age Population")]
    [InlineData(1979, "2025-12-31", "age Met 1997-01-01..2026-01-01; atLeast 18 years; atMost 45 years; bornIn 1979 year; Claimed age Population")]
    [InlineData(1979, "2026-01-01", "age NotMet; atLeast 18 years; atMost 45 years; bornIn 1979 year; Claimed age Population")]
    public void Given_a_year_of_birth_When_an_age_is_asked_Then_it_is_reckoned_in_the_applicants_favour(int? born, string today, string found) =>
        Assert.Equal(found, Judged.By(From18To45, Born(born), Iso(today)));

    [Fact]
    public void Given_no_lower_limit_When_an_age_is_asked_Then_it_is_met_from_birth() =>
        Assert.Equal(
            "age Met 1990-01-01..2037-01-01; atMost 45 years; bornIn 1990 year; Claimed age Population",
            Judged.By(From18To45 with { AtLeast = null }, Born(1990), Day(2026, 1, 1)));

    [Fact]
    public void Given_no_upper_limit_When_an_age_is_asked_Then_it_never_passes() =>
        Assert.Equal(
            "age Met 1958-01-01; atLeast 18 years; bornIn 1940 year; Claimed age Population",
            Judged.By(From18To45 with { AtMost = null }, Born(1940), Day(2026, 1, 1)));

    [Theory]
    [InlineData(Sex.Male, 45, 50, "atMost 45 years")]
    [InlineData(Sex.Female, 45, 50, "atMost 50 years")]
    [InlineData(null, 45, 50, "atMost 50 years")]
    [InlineData(null, 50, 45, "atMost 50 years")]
    [InlineData(Sex.Female, 50, 45, "atMost 45 years")]
    [InlineData(Sex.Female, 50, null, "atMost 50 years")]
    [InlineData(null, 50, null, "atMost 50 years")]
    [InlineData(Sex.Female, null, 45, "atMost 45 years")]
    [InlineData(Sex.Male, null, 45, "atLeast 18 years")]
    [InlineData(null, null, 45, "atLeast 18 years")]
    public void Given_other_limits_for_women_When_the_sex_is_or_is_not_known_Then_the_limit_is_its_own_or_the_higher(Sex? sex, int? most, int? women, string last)
    {
        var found = Judged.By(From18To45 with { AtMost = most, WomenAtMost = women }, Born(null) with { Sex = sex }, Day(2026, 1, 1));

        Assert.EndsWith(last, found, StringComparison.Ordinal);
    }

    private static SettlementFacts Born(int? year) => Since(Day(2021, 1, 1)) with { BornIn = year };
}
