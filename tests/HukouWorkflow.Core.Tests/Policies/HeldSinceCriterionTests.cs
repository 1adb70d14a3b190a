using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>What is held since a day: relatives, qualifications, a clean record, a dwelling, work that goes on, a place.</summary>
public sealed class HeldSinceCriterionTests
{
    private static readonly LocalDate Today = Day(2026, 1, 1);
    private static readonly SettlementFacts Facts = Since(Day(2021, 1, 1));

    private static readonly FamilyCriterion AYear = new(Judged.Cited, [Relation.Spouse, Relation.Child], Length("P1Y"));

    [Fact]
    public void Given_no_relative_stated_When_one_is_asked_Then_it_is_unknown() =>
        Assert.Equal("family Unknown; required P1Y period", Judged.By(AYear, Facts, Today));

    [Fact]
    public void Given_a_relative_of_another_kind_When_one_is_asked_Then_it_is_not_met() =>
        Assert.Equal("family NotMet; required P1Y period; Claimed family Population", Judged.By(AYear, Related(new LocalRelative(Relation.Parent, Day(2000, 1, 1))), Today));

    [Fact]
    public void Given_several_relatives_When_one_is_asked_Then_the_one_of_longest_standing_counts()
    {
        var facts = Related(new LocalRelative(Relation.Spouse, Day(2025, 6, 1)), new(Relation.Child, Day(2025, 1, 1)), new(Relation.Spouse, Day(2025, 3, 1)));

        Assert.Equal(
            "family Met 2026-01-01; required P1Y period; relation child word; since 2025-01-01 date; Claimed family Population", Judged.By(AYear, facts, Today));
        Assert.Equal(
            "family NotMet 2026-01-01; required P1Y period; relation child word; since 2025-01-01 date; Claimed family Population",
            Judged.By(AYear, facts, Day(2025, 12, 31)));
    }

    [Fact]
    public void Given_two_relatives_of_one_day_When_one_is_asked_Then_the_one_stated_first_is_named() =>
        Assert.Equal(
            "family Met 2025-01-01; relation spouse word; since 2025-01-01 date; Claimed family Population",
            Judged.By(AYear with { Required = Period.Zero }, Related(new LocalRelative(Relation.Spouse, Day(2025, 1, 1)), new(Relation.Child, Day(2025, 1, 1))), Today));

    [Fact]
    public void Given_qualifications_When_one_is_asked_Then_the_first_that_counts_is_named_and_an_officer_looks_at_it()
    {
        var degree = new QualificationCriterion(Judged.Cited, [QualificationKind.Bachelor, QualificationKind.Master]);

        Assert.Equal("qualification Unknown", Judged.By(degree, Facts, Today));
        Assert.Equal("qualification NotMet; Claimed qualification", Judged.By(degree, Qualified(new Qualification(QualificationKind.Technician, Day(2020, 1, 1))), Today));
        Assert.Equal(
            "qualification Met 2024-07-01; held bachelor word; since 2024-07-01 date; Claimed qualification",
            Judged.By(degree, Qualified(new Qualification(QualificationKind.Master, Day(2027, 7, 1)), new(QualificationKind.Bachelor, Day(2024, 7, 1)), new(QualificationKind.Master, Day(2024, 7, 1))), Today));
        Assert.Equal(
            "qualification NotMet 2027-07-01; held master word; since 2027-07-01 date; Claimed qualification",
            Judged.By(degree, Qualified(new Qualification(QualificationKind.Master, Day(2027, 7, 1))), Today));
    }

    [Theory]
    [InlineData(true, "noRecord Met 2021-01-01; Claimed noRecord PublicSecurity")]
    [InlineData(false, "noRecord Unknown")]
    [InlineData(null, "noRecord Unknown")]
    public void Given_a_declaration_or_none_When_a_clean_record_is_asked_Then_only_a_declaration_of_none_meets_it(bool? declared, string found) =>
        Assert.Equal(found, Judged.By(new NoRecordCriterion(Judged.Cited), Facts with { NoRecord = declared }, Today));

    [Theory]
    [InlineData("2020-12-31", "dwelling Unknown")]
    [InlineData("2021-01-01", "dwelling NotMet; Claimed dwelling Housing")]
    [InlineData("2022-05-31", "dwelling NotMet; Claimed dwelling Housing")]
    [InlineData("2022-06-01", "dwelling Met 2022-06-01; since 2022-06-01 date; Claimed dwelling Housing")]
    [InlineData("2024-01-01", "dwelling Met 2022-06-01; since 2022-06-01 date; Claimed dwelling Housing")]
    [InlineData("2025-01-01", "dwelling NotMet; Claimed dwelling Housing")]
    public void Given_dwellings_in_turn_When_some_kinds_are_asked_Then_they_are_met_since_the_first_that_was_never_left_for_another(string today, string found)
    {
        var facts = Facts with
        {
            Dwellings = [new(Day(2021, 1, 1), Dwelling.Dormitory), new(Day(2022, 6, 1), Dwelling.Leased), new(Day(2023, 6, 1), Dwelling.Owned), new(Day(2025, 1, 1), Dwelling.None)],
        };

        Assert.Equal(found, Judged.By(new DwellingCriterion(Judged.Cited, [Dwelling.Leased, Dwelling.Owned]), facts, Iso(today)));
    }

    [Fact]
    public void Given_work_that_goes_on_When_any_is_asked_Then_it_is_met_since_the_first_of_it()
    {
        var any = new PresentWorkCriterion("work", Judged.Cited, Term: null, new CountedWork([EmploymentKind.Contract], []));
        EmploymentSpell ended = new(EmploymentKind.Contract, Span(Day(2020, 1, 1), Today));
        EmploymentSpell ending = new(EmploymentKind.Contract, Span(Day(2021, 1, 1), Day(2026, 1, 2)));
        EmploymentSpell later = new(EmploymentKind.Contract, Span(Day(2022, 1, 1), null));
        EmploymentSpell other = new(EmploymentKind.Business, Span(Day(2019, 1, 1), null));

        Assert.Equal("work Unknown", Judged.By(any, Facts, Today));
        Assert.Equal("work NotMet; Claimed work Employment", Judged.By(any, Working(ended, other), Today));
        Assert.Equal("work Met 2021-01-01; since 2021-01-01 date; Claimed work Employment", Judged.By(any, Working(other, ended, later, ending), Today));
        Assert.Equal("work Met 2021-01-01; since 2021-01-01 date; Claimed work Employment", Judged.By(any, Working(ending, later), Today));
    }

    [Fact]
    public void Given_a_contract_When_a_term_is_asked_Then_it_must_have_been_agreed_for_so_long()
    {
        var aYear = new PresentWorkCriterion("work", Judged.Cited, Length("P1Y"), new CountedWork([EmploymentKind.Contract], []));
        EmploymentSpell contract = new(EmploymentKind.Contract, Span(Day(2025, 1, 1), null));

        Assert.Equal("work NotMet; contract P1Y period; Claimed work Employment", Judged.By(aYear, Working(contract), Today));
        Assert.Equal("work NotMet; contract P1Y period; Claimed work Employment", Judged.By(aYear, Working(contract with { Contract = Length("P364D") }), Today));
        Assert.Equal(
            "work Met 2025-01-01; contract P1Y period; since 2025-01-01 date; Claimed work Employment",
            Judged.By(aYear, Working(contract with { Contract = Length("P365D") }), Today));
    }

    [Theory]
    [InlineData(Workplace.StrategicIndustry, "Met")]
    [InlineData(Workplace.MunicipalPark, "NotMet")]
    [InlineData(null, "NotMet")]
    public void Given_a_workplace_When_some_are_asked_Then_only_work_there_counts(Workplace? workplace, string verdict)
    {
        var strategic = new PresentWorkCriterion("work", Judged.Cited, Term: null, new CountedWork([EmploymentKind.Contract], [Workplace.StrategicIndustry]));
        EmploymentSpell spell = new(EmploymentKind.Contract, Span(Day(2025, 1, 1), null)) { Workplace = workplace };

        Assert.StartsWith("work " + verdict, Judged.By(strategic, Working(spell), Today), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_quota_When_a_place_is_given_Then_it_is_met_on_that_day()
    {
        var quota = new QuotaCriterion(Judged.Cited, Places: 6000);

        Assert.Equal("annualQuota NotMet; places 6000 count", Judged.By(quota, Facts, Today));
        Assert.Equal("annualQuota NotMet", Judged.By(quota with { Places = null }, Facts, Today));
        Assert.Equal(
            "annualQuota Met 2025-07-01; places 6000 count; year 2025 year; rank 12 count; points 104.5 points",
            Judged.By(quota, Facts with { Place = new AllottedPlace(2025, Day(2025, 7, 1), 12, 104.5m) }, Today));
    }

    [Fact]
    public void Given_a_district_the_pack_does_not_know_When_what_is_asked_depends_on_it_Then_it_is_unknown() =>
        Assert.Equal("work Unknown", Judged.By(new UnplacedCriterion("work", Judged.Cited), Facts, Today));

    private static SettlementFacts Related(params LocalRelative[] relatives) => Facts with { Relatives = relatives };

    private static SettlementFacts Qualified(params Qualification[] held) => Facts with { Qualifications = held };

    private static SettlementFacts Working(params EmploymentSpell[] spells) => Facts with { Employment = spells };
}
