using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Tests.Policies;
using static HukouWorkflow.Core.Tests.Cases.Applications;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>Who comes along, and what a settlement brings, where a pack says so: a wife or husband, children under 18, mothers from 55 and fathers from 60.</summary>
public sealed class HouseholdTests
{
    private const string Reference = "status: verified, reference: {document: Made up for tests}";

    [Fact]
    public void Given_everybody_may_come_along_When_every_register_confirms_Then_it_is_granted() =>
        Assert.IsType<SettlementGranted>(Conclusion(Spouse(1), Of(2, Relation.Child, 2008, null), Of(3, Relation.Parent, 1971, Sex.Female)));

    [Theory]
    [InlineData(Relation.Child, 2007, null)]
    [InlineData(Relation.Parent, 1972, Sex.Female)]
    [InlineData(Relation.Parent, 1967, Sex.Male)]
    [InlineData(Relation.Parent, null, Sex.Male)]
    public void Given_somebody_the_rules_do_not_name_When_every_register_confirms_Then_a_person_decides(Relation relation, int? born, Sex? sex) =>
        Assert.Equal([new ReviewCause(ReviewReason.HouseholdMember, null)], Assert.IsType<ReviewOpened>(Conclusion(Of(1, relation, born, sex))).Causes);

    [Fact]
    public void Given_a_parent_whose_sex_was_not_taken_down_When_every_register_confirms_Then_the_lower_age_holds() =>
        Assert.IsType<SettlementGranted>(Conclusion(Of(1, Relation.Parent, 1971, null)));

    [Fact]
    public void Given_a_child_of_a_journal_without_years_of_birth_When_every_register_confirms_Then_its_school_entry_tells()
    {
        Assert.IsType<SettlementGranted>(Conclusion(Child(1, 2014)));
        Assert.IsType<ReviewOpened>(Conclusion(Child(1, 2013)));
    }

    [Fact]
    public void Given_a_pack_that_names_its_benefits_When_it_is_granted_Then_those_alone_are_requested() =>
        Assert.Equal(
            [new OwedBenefit(BenefitKind.Health, 0), new OwedBenefit(BenefitKind.Health, 1)],
            Assert.IsType<SettlementGranted>(Conclusion(Spouse(1))).Benefits);

    private static HouseholdMember Of(int no, Relation relation, int? born, Sex? sex) => new(no, relation, null) { BornIn = born, Sex = sex };

    private static CaseEvent Conclusion(params HouseholdMember[] household)
    {
        var application = Application(household: household) with { Pack = "town" };
        var state = CaseState.Before(Id).Apply([application, Matured(), .. AllConfirmed()[..5]], Morning(Maturity));
        return CaseDecider.Decide(state, Confirms(6), Book(), Morning(Maturity)).Events[^1];
    }

    private static PolicyBook Book()
    {
        var reading = new PackText()
            .Replace(PackText.Pack, "unknowns: []", $$"""
                family:
                  - since: 2010-01-01
                    members:
                      - spouse: {}
                      - child: {under: minor}
                      - parent: {men: men, women: women}
                    status: verified
                    reference: {document: Made up for tests}
                benefits:
                  settlement:
                    - {id: health, title: {en: Health, zh-CN: 医保}, since: 2010-01-01, {{Reference}}}
                    - {id: education, title: {en: School, zh-CN: 入学}, since: 2010-01-01, until: 2026-10-01, {{Reference}}}
                unknowns: []
                """)
            .Set("policies/town/parameters/minor.yaml", Years(18))
            .Set("policies/town/parameters/men.yaml", Years(60))
            .Set("policies/town/parameters/women.yaml", Years(55))
            .Read();
        return reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static string Years(int years) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"description: {{en: Age, zh-CN: 年龄}}\nunit: years\nvalues: [{{from: 2010-01-01, value: {years}, {Reference}}}]\n");
}
