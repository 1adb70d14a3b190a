using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class PolicyPackTests
{
    [Fact]
    public void Given_the_shipped_pack_When_read_Then_it_has_its_versions_districts_and_age()
    {
        var pack = ShippedPacks.Chongqing;

        Assert.Equal([new LocalDate(2010, 8, 1), new LocalDate(2016, 1, 1), new LocalDate(2022, 5, 1)], pack.Versions.Select(version => version.From));
        Assert.Equal(38, pack.DistrictClasses.Count);
        Assert.Equal(9, pack.DistrictClasses.Values.Count(name => name is "mainUrban"));
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
        Assert.Equal(new LocalDate(2010, 8, 1), pack.VersionOn(new(2015, 12, 31))!.From);
        Assert.Equal(new LocalDate(2016, 1, 1), pack.VersionOn(new(2016, 1, 1))!.From);
        Assert.Equal(new LocalDate(2022, 5, 1), pack.NextVersionAfter(new(2016, 1, 1)));
        Assert.Null(pack.NextVersionAfter(new(2022, 5, 1)));
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
