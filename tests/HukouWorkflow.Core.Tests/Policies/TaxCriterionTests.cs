using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class TaxCriterionTests
{
    private static readonly TaxCriterion ThreeYears = new("tax:threeYears", Judged.Cited, new Yuan(150_000), Years: 3);

    [Fact]
    public void Given_no_tax_stated_When_tax_is_asked_Then_it_is_unknown() =>
        Assert.Equal("tax:threeYears Unknown; required 150000 cny; years 3 years", Judge("2026-01-01"));

    [Fact]
    public void Given_a_year_still_to_come_When_tax_is_asked_Then_it_is_as_if_it_were_not_stated() =>
        Assert.Equal("tax:threeYears Unknown; required 150000 cny; years 3 years", Judge("2025-12-31", (2026, 200_000), (0, 200_000)));

    [Theory]
    [InlineData("2025-12-31", "NotMet 2026-01-01")]
    [InlineData("2026-01-01", "Met 2026-01-01")]
    public void Given_enough_in_the_year_under_way_When_tax_is_asked_Then_it_counts_once_the_year_is_over(string today, string found) =>
        Assert.Equal($"tax:threeYears {found}; required 150000 cny; years 3 years; paid 150000 cny; Claimed tax", Judge(today, (2025, 150_000)));

    [Fact]
    public void Given_one_yuan_short_When_tax_is_asked_Then_it_is_not_met() =>
        Assert.Equal("tax:threeYears NotMet; required 150000 cny; years 3 years; paid 149999 cny; Claimed tax", Judge("2026-01-01", (2023, 49_999), (2024, 50_000), (2025, 50_000)));

    [Fact]
    public void Given_enough_over_four_years_When_three_are_asked_Then_only_three_in_a_row_count() =>
        Assert.Equal("tax:threeYears NotMet; required 150000 cny; years 3 years; paid 110000 cny; Claimed tax", Judge("2026-01-01", (2022, 60_000), (2024, 50_000), (2025, 50_000)));

    [Fact]
    public void Given_two_runs_that_suffice_stated_in_any_order_When_tax_is_asked_Then_the_earlier_counts_and_the_most_is_shown()
    {
        const string Found = "tax:threeYears Met 2021-01-01; required 150000 cny; years 3 years; paid 400000 cny; Claimed tax";

        Assert.Equal(Found, Judge("2026-01-01", (2025, 400_000), (2020, 150_000)));
        Assert.Equal(Found, Judge("2026-01-01", (2020, 150_000), (2025, 400_000)));
    }

    [Fact]
    public void Given_tax_stated_twice_for_a_year_When_tax_is_asked_Then_both_count() =>
        Assert.StartsWith("tax:threeYears Met 2021-01-01", Judge("2026-01-01", (2020, 100_000), (2020, 50_000)), StringComparison.Ordinal);

    private static string Judge(string today, params (int Year, int Paid)[] taxes) =>
        Judged.By(ThreeYears, Since(Day(2021, 1, 1)) with { Taxes = [.. taxes.Select(tax => new TaxYear(tax.Year, new Yuan(tax.Paid)))] }, Iso(today));
}
