using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>Who of a household may come along, by a pack's terms and their ages, from the day each holds.</summary>
public sealed class ComingAlongTests
{
    private static readonly LocalDate Today = Day(2026, 1, 1);

    private static readonly PolicyPack Pack = ShippedPacks.Chongqing with
    {
        Parameters = [Ages("childUnder", (2010, "16"), (2020, "18")), Ages("men", (2010, "60")), Ages("women", (2010, "55"))],
        Family =
        [
            Terms(2010, 2020, new FamilyMember(Relation.Spouse, null, null, null)),
            Terms(2015, null, new FamilyMember(Relation.Child, "childUnder", null, null)),
            Terms(2020, null, new FamilyMember(Relation.Spouse, null, null, null), new FamilyMember(Relation.Parent, null, "men", "women")),
        ],
    };

    [Theory]
    [InlineData(2007, false)]
    [InlineData(2008, true)]
    public void Given_an_age_a_child_must_be_under_When_its_year_is_known_Then_it_may_come_while_it_can_still_be_under_it(int born, bool may) =>
        Assert.Equal(may, May(new(1, Relation.Child, null) { BornIn = born }, Day(2020, 1, 1)));

    [Fact]
    public void Given_two_values_of_an_age_When_a_version_is_asked_Then_its_own_holds()
    {
        var child = new HouseholdMember(1, Relation.Child, null) { BornIn = 2009 };

        Assert.True(May(child, Day(2020, 1, 1)));
        Assert.False(May(child, Day(2019, 12, 31)));
    }

    [Fact]
    public void Given_a_child_of_an_old_journal_When_only_its_school_entry_is_known_Then_the_latest_year_it_can_be_born_in_counts()
    {
        Assert.True(May(new(1, Relation.Child, SchoolEntry: 2014), Day(2020, 1, 1)));
        Assert.False(May(new(1, Relation.Child, SchoolEntry: 2013), Day(2020, 1, 1)));
        Assert.True(May(new(1, Relation.Child, SchoolEntry: 2013) { BornIn = 2008 }, Day(2020, 1, 1)));
    }

    [Theory]
    [InlineData(Relation.Child)]
    [InlineData(Relation.Parent)]
    public void Given_an_age_limit_When_the_year_of_birth_is_not_known_Then_it_is_not_kept(Relation relation) =>
        Assert.False(May(new(1, relation, null), Day(2020, 1, 1)));

    [Theory]
    [InlineData(Sex.Male, 1966, true)]
    [InlineData(Sex.Male, 1967, false)]
    [InlineData(Sex.Female, 1971, true)]
    [InlineData(Sex.Female, 1972, false)]
    [InlineData(null, 1971, true)]
    [InlineData(null, 1972, false)]
    public void Given_least_ages_of_parents_When_the_sex_is_or_is_not_known_Then_it_is_their_own_or_the_lower(Sex? sex, int born, bool may) =>
        Assert.Equal(may, May(new(1, Relation.Parent, null) { BornIn = born, Sex = sex }, Day(2020, 1, 1)));

    [Theory]
    [InlineData(null, "women", Sex.Male, 1971, true)]
    [InlineData(null, "women", Sex.Male, 1972, false)]
    [InlineData("men", null, Sex.Female, 1966, true)]
    [InlineData("men", null, Sex.Female, 1967, false)]
    [InlineData(null, null, null, 2000, true)]
    public void Given_a_least_age_for_one_sex_alone_or_for_none_When_a_parent_comes_Then_it_holds_for_all(string? men, string? women, Sex? sex, int born, bool may)
    {
        var pack = Pack with { Family = [Terms(2010, null, new FamilyMember(Relation.Parent, null, men, women))] };

        Assert.Equal(may, pack.MayComeAlong(new(1, Relation.Parent, null) { BornIn = born, Sex = sex }, Day(2020, 1, 1), Today));
    }

    [Theory]
    [InlineData("2009-12-31", false)]
    [InlineData("2010-01-01", true)]
    [InlineData("2019-12-31", true)]
    [InlineData("2020-01-01", true)]
    public void Given_dated_terms_When_a_spouse_comes_Then_those_of_the_version_decide(string version, bool may) =>
        Assert.Equal(may, May(new(1, Relation.Spouse, null), Iso(version)));

    [Fact]
    public void Given_terms_that_name_children_only_When_a_parent_comes_Then_it_may_not() =>
        Assert.False(May(new(1, Relation.Parent, null) { BornIn = 1940 }, Day(2019, 1, 1)));

    [Fact]
    public void Given_a_pack_that_does_not_say_When_anybody_comes_Then_everybody_may() =>
        Assert.True((Pack with { Family = [] }).MayComeAlong(new(1, Relation.Child, null), Day(2020, 1, 1), Today));

    private static bool May(HouseholdMember member, LocalDate version) => Pack.MayComeAlong(member, version, Today);

    private static PolicyParameter Ages(string name, params (int From, string Years)[] values) => new()
    {
        Name = name,
        Description = new LocalizedText("Age", "年龄"),
        Unit = ParameterUnit.Years,
        Values = [.. values.Select(value => new ParameterValue { From = Day(value.From, 1, 1), Value = value.Years, Citation = Judged.Cited })],
    };

    private static FamilyTerms Terms(int since, int? until, params FamilyMember[] members) => new()
    {
        Since = Day(since, 1, 1),
        Until = until is { } year ? Day(year, 1, 1) : null,
        Members = members,
        Citation = Judged.Cited,
    };
}
