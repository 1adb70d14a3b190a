using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Residence.TestFacts;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>The criteria that are a length of time, one of each clock, on the last day before it is complete and on the day it is.</summary>
public sealed class ClockCriterionTests
{
    private static readonly SettlementFacts Facts = Since(Day(2021, 1, 1)).EndorsedYearly(3);
    private static readonly LocalDate Ahead = Day(2023, 12, 31);
    private static readonly LocalDate Met = Day(2024, 1, 1);

    [Fact]
    public void Given_residence_When_a_length_is_asked_Then_it_is_complete_to_the_day()
    {
        var residence = new ResidenceCriterion(Judged.Cited, Terms("P3Y"));

        Assert.Equal(
            "residence NotMet 2024-01-01; required P3Y period; creditedDays 1094 days; countsFrom 2021-01-01 date; Claimed residence ResidencePermit",
            Judged.By(residence, Facts, Ahead));
        Assert.Equal(
            "residence Met 2024-01-01; required P3Y period; creditedDays 1095 days; countsFrom 2021-01-01 date; Claimed residence ResidencePermit",
            Judged.By(residence, Facts, Met));
    }

    [Fact]
    public void Given_residence_elsewhere_When_it_is_recognised_Then_its_days_are_named_too()
    {
        var residence = new ResidenceCriterion(Judged.Cited, Terms("P3Y") with { Recognised = [new([Chengdu], [Accrual.Residence], AtMost: null)] });
        var facts = Facts with { Elsewhere = [new(Chengdu, Accrual.Residence, Span(Day(2019, 1, 1), Day(2020, 1, 1)))] };

        Assert.Equal(
            "residence Met 2023-01-02; required P3Y period; creditedDays 1460 days; countsFrom 2020-01-02 date; recognisedDays 365 days; Claimed residence ResidencePermit",
            Judged.By(residence, facts, Met));
    }

    [Fact]
    public void Given_a_city_that_was_left_When_residence_is_asked_Then_there_is_no_day_and_the_gap_is_shown() =>
        Assert.Equal(
            "residence NotMet; required P3Y period; creditedDays 31 days; LeftCity 2021-02-01..-; Claimed residence ResidencePermit",
            Judged.By(new ResidenceCriterion(Judged.Cited, Terms("P3Y")), Since(Day(2021, 1, 1), moves: [new Abode(Day(2021, 2, 1), Chengdu)]), Day(2022, 1, 1)));

    [Fact]
    public void Given_work_When_a_length_is_asked_Then_only_work_of_its_kinds_counts()
    {
        var work = new WorkCriterion("work", Judged.Cited, Length("P3Y"), new CountedWork([EmploymentKind.Contract], []), []);

        Assert.Equal("work NotMet; required P3Y period; creditedDays 0 days", Judged.By(work, Working(EmploymentKind.Business), Met));
        Assert.Equal(
            "work NotMet 2024-01-01; required P3Y period; creditedDays 1094 days; countsFrom 2021-01-01 date; Claimed work Employment",
            Judged.By(work, Working(EmploymentKind.Contract), Ahead));
        Assert.Equal(
            "work Met 2024-01-01; required P3Y period; creditedDays 1095 days; countsFrom 2021-01-01 date; Claimed work Employment",
            Judged.By(work, Working(EmploymentKind.Contract), Met));
    }

    [Fact]
    public void Given_insurance_that_ended_When_a_length_is_asked_Then_it_stands_still_and_the_gap_is_shown()
    {
        var insurance = new InsuranceCriterion(Judged.Cited, Length("P3Y"), []);

        Assert.Equal("insurance NotMet; required P3Y period; creditedDays 0 days", Judged.By(insurance, Facts, Met));
        Assert.Equal(
            "insurance NotMet; required P3Y period; creditedDays 365 days; NotInsured 2022-01-01..-; Claimed insurance SocialInsurance",
            Judged.By(insurance, Facts with { Insurance = [Span(Day(2021, 1, 1), Day(2022, 1, 1))] }, Met));
    }

    [Fact]
    public void Given_schooling_When_a_length_is_asked_Then_no_register_is_asked_about_it()
    {
        var study = new StudyCriterion(Judged.Cited, Length("P3Y"));

        Assert.Equal("study Unknown; required P3Y period", Judged.By(study, Facts, Met));
        Assert.Equal(
            "study Met 2024-01-01; required P3Y period; creditedDays 1095 days; countsFrom 2021-01-01 date; Claimed study",
            Judged.By(study, Facts with { Study = [Span(Day(2021, 1, 1), null)] }, Met));
        Assert.Equal(
            "study NotMet; required P3Y period; creditedDays 31 days; NotEnrolled 2021-02-01..-; Claimed study",
            Judged.By(study, Facts with { Study = [Span(Day(2021, 1, 1), Day(2021, 2, 1))] }, Met));
    }

    [Fact]
    public void Given_dwellings_in_turn_When_a_length_is_asked_Then_each_lasts_until_the_next()
    {
        var held = new HeldDwellingCriterion(Judged.Cited, Length("P1Y"), [Dwelling.Owned, Dwelling.Leased]);
        var facts = Facts with
        {
            Dwellings = [new(Day(2021, 1, 1), Dwelling.Leased), new(Day(2021, 7, 1), Dwelling.Dormitory), new(Day(2022, 1, 1), Dwelling.Owned)],
        };

        Assert.Equal("dwelling Unknown; required P1Y period", Judged.By(held, facts, Day(2020, 12, 31)));
        Assert.StartsWith("dwelling NotMet 2022-01-01; required P1Y period; creditedDays 0 days", Judged.By(held, facts, Day(2021, 1, 1)), StringComparison.Ordinal);
        Assert.Equal(
            "dwelling NotMet 2022-07-04; required P1Y period; creditedDays 181 days; countsFrom 2021-07-04 date; NoSuchDwelling 2021-07-01..2022-01-01; Claimed dwelling Housing",
            Judged.By(held, facts, Day(2021, 7, 1)));
    }

    [Fact]
    public void Given_a_permit_When_it_is_held_or_has_lapsed_Then_days_away_do_not_matter_and_a_lapse_does()
    {
        var permit = new PermitCriterion(Judged.Cited, new ResidenceTerms(Length("P3Y"), new LateEndorsement(0, LateEndorsementEffect.Gap), AbsenceAllowance: null));
        var lapsed = Since(Day(2021, 1, 1)).EndorsedYearly(1);

        Assert.Equal(
            "permit Met 2024-01-01; required P3Y period; creditedDays 1095 days; countsFrom 2021-01-01 date; Claimed permit ResidencePermit",
            Judged.By(permit, Facts with { Absences = [Span(Day(2021, 2, 1), Day(2022, 2, 1))] }, Met));
        Assert.Equal(
            "permit NotMet; required P3Y period; creditedDays 730 days; LateEndorsement 2023-01-01..-; Claimed permit ResidencePermit",
            Judged.By(permit, lapsed, Met));
        Assert.Equal("permit NotMet; required P3Y period", Judged.By(permit, Facts with { Basis = ResidenceBasis.Registration }, Met));
    }

    [Fact]
    public void Given_a_permit_without_a_length_When_it_is_held_Then_that_is_enough()
    {
        var permit = new PermitCriterion(Judged.Cited, new ResidenceTerms(null, new LateEndorsement(0, LateEndorsementEffect.Gap), AbsenceAllowance: null));

        Assert.StartsWith("permit Met 2021-01-01; required P0D period", Judged.By(permit, Facts, Met), StringComparison.Ordinal);
        Assert.StartsWith("permit NotMet; ", Judged.By(permit, Since(Day(2021, 1, 1)), Met), StringComparison.Ordinal);
        Assert.Equal("permit NotMet", Judged.By(permit, Facts with { Basis = ResidenceBasis.Registration }, Met));
    }

    private static SettlementFacts Working(EmploymentKind kind) => Facts with { Employment = [new(kind, Span(Day(2021, 1, 1), null))] };
}
