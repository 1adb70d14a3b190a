using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class PolicyPackTests
{
    [Fact]
    public void Given_the_shipped_pack_When_read_Then_it_has_its_versions_districts_and_age()
    {
        var pack = ShippedPacks.Chongqing;

        Assert.Equal([new LocalDate(2010, 8, 1), new LocalDate(2015, 9, 1), new LocalDate(2016, 1, 1), new LocalDate(2016, 7, 1), new LocalDate(2022, 5, 1), new LocalDate(2025, 9, 1)], pack.Versions.Select(version => version.From));
        Assert.Equal(38, pack.DistrictClasses.Count);
        Assert.Equal([6, 3, 12, 11, 6], new[] { "centralCore", "centralExtension", "newUrban", "northEast", "southEast" }.Select(name => pack.DistrictClasses.Values.Count(name.Equals)));
        Assert.Equal((16, ValueStatus.Unverified), (pack.MinimumAgeOn(new(2026, 1, 1))!.Years, pack.MinimumAgeOn(new(2026, 1, 1))!.Citation.Status));
        Assert.Null(pack.MinimumAgeOn(new(2010, 7, 31)));
        Assert.Same(pack, ShippedPacks.Book.ForCity(new DivisionCode(500000)));
        Assert.True(pack.IsDistrict(new DivisionCode(500243)));
        Assert.False(pack.IsDistrict(new DivisionCode(500000)));
    }

    [Fact]
    public void Given_a_day_When_asked_for_its_version_Then_the_boundaries_are_exact()
    {
        var pack = ShippedPacks.Chongqing;

        Assert.Null(pack.VersionOn(new(2010, 7, 31)));
        Assert.Equal(new LocalDate(2010, 8, 1), pack.VersionOn(new(2015, 8, 31))!.From);
        Assert.Equal(new LocalDate(2015, 9, 1), pack.VersionOn(new(2015, 12, 31))!.From);
        Assert.Equal(new LocalDate(2016, 1, 1), pack.VersionOn(new(2016, 1, 1))!.From);
        Assert.Equal(new LocalDate(2016, 7, 1), pack.NextVersionAfter(new(2016, 1, 1)));
        Assert.Null(pack.NextVersionAfter(new(2025, 9, 1)));
    }

    [Fact]
    public void Given_a_pack_frozen_on_a_day_When_any_other_day_is_asked_for_Then_that_days_rules_apply_as_they_were()
    {
        var pack = ShippedPacks.Chongqing;
        var frozen = pack.FrozenOn(new(2022, 6, 1));
        var facts = Residents.Since(new(2008, 1, 1)) with
        {
            Employment = [new EmploymentSpell(EmploymentKind.Contract, new DateSpan(new(2008, 2, 1), null))],
            Insurance = [new DateSpan(new(2008, 2, 1), null)],
        };

        Assert.Null(frozen.NextVersionAfter(new(1900, 1, 1)));
        Assert.Equal(16, frozen.MinimumAgeOn(new(2005, 1, 1))!.Years);
        Assert.Equal(new LocalDate(2011, 2, 1), Assert.Single(frozen.Evaluate(facts, new(2009, 1, 1), new(2025, 1, 1), []).Results).MetOn);
        Assert.Equal(new LocalDate(2013, 1, 1), pack.FrozenOn(new(2010, 8, 1)).Evaluate(facts, new(2009, 1, 1), new(2025, 1, 1), []).Best.MetOn);
    }

    [Fact]
    public void Given_a_quota_When_its_places_are_asked_for_Then_they_are_those_of_the_day_and_none_outside_it()
    {
        var pack = ShippedPacks.Book.Find("beijing")!;
        var ended = pack with { AnnualQuota = pack.AnnualQuota! with { Until = new(2021, 1, 1) } };

        Assert.Equal((null, 6000), (pack.PlacesOn(new(2017, 12, 31)), pack.PlacesOn(new(2018, 1, 1))));
        Assert.Equal((6000, null), (ended.PlacesOn(new(2020, 12, 31)), ended.PlacesOn(new(2021, 1, 1))));
        Assert.Null((pack with { AnnualQuota = pack.AnnualQuota with { Places = null } }).PlacesOn(new(2018, 1, 1)));
        Assert.Null((pack with { AnnualQuota = null }).PlacesOn(new(2018, 1, 1)));
    }

    [Fact]
    public void Given_a_pack_for_several_cities_When_a_district_of_one_is_asked_about_Then_it_is_one_of_theirs()
    {
        var pack = ShippedPacks.Book.Find("medium-city")!;

        Assert.True(pack.IsDistrict(new DivisionCode(360202)));
        Assert.True(pack.IsDistrict(new DivisionCode(210600)));
        Assert.False(pack.IsDistrict(new DivisionCode(360102)));
    }

    [Fact]
    public void Given_a_table_of_points_without_a_quota_When_the_rank_is_asked_for_Then_there_is_none() =>
        Assert.Null(Explaining.Found.Pack.VersionOn(new(2020, 1, 1))!.PointsInRanking(Residents.Since(new(2008, 1, 1)), new(2020, 1, 1)));

    [Fact]
    public void Given_dated_benefits_When_those_of_a_settlement_are_asked_for_Then_each_is_there_from_its_first_day_to_its_last()
    {
        var education = new GrantedBenefit { Id = "education", Title = new("Education", "教育"), Since = new(2012, 1, 1), Until = new(2020, 1, 1), Citation = Judged.Cited };
        var pack = ShippedPacks.Chongqing with { Benefits = new([], [education, education with { Id = "health", Since = new(2015, 1, 1), Until = null }]) };

        Assert.Empty(pack.BenefitsOn(new(2011, 12, 31)));
        Assert.Equal([BenefitKind.Education], pack.BenefitsOn(new(2012, 1, 1)));
        Assert.Equal([BenefitKind.Education, BenefitKind.Health], pack.BenefitsOn(new(2019, 12, 31)));
        Assert.Equal([BenefitKind.Health], pack.BenefitsOn(new(2020, 1, 1)));
        Assert.Equal(Enum.GetValues<BenefitKind>(), (pack with { Benefits = null }).BenefitsOn(new(2011, 1, 1)));
    }

    [Fact]
    public void Given_a_day_before_the_first_version_When_frozen_on_it_Then_it_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ShippedPacks.Chongqing.FrozenOn(new(2010, 7, 31)));
    }

    [Fact]
    public void Given_values_and_routes_that_end_When_read_Then_each_date_of_change_begins_a_version()
    {
        var pack = new PackText().Replace(PackText.Pack, "cityClass: large", "cityClass: huge").Replace(PackText.Routes, "title: {en: Work", "until: 2018-01-01\n    title: {en: Work").ReadPack();

        Assert.Equal([(2010, 2), (2018, 1)], pack.Versions.Select(version => (version.From.Year, version.Routes.Count)));
    }

    [Fact]
    public void Given_every_value_of_the_shipped_pack_When_it_is_verified_Then_it_is_one_read_in_a_primary_text()
    {
        var verified = ShippedPacks.Chongqing.Parameters
            .Where(parameter => parameter.Values.Any(value => value.Citation.Status == ValueStatus.Verified))
            .Select(parameter => parameter.Name);

        Assert.Equal(["investmentTaxOneYear", "investmentTaxThreeYears", "investmentYearsOne", "investmentYearsThree", "workPeriod"], verified, StringComparer.Ordinal);
    }
}
