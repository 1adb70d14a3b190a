using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Succession;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies.Succession;

[Properties(Arbitrary = [typeof(TownRules), typeof(ResidenceStory), typeof(SpellStory), typeof(Days)], MaxTest = 300)]
public sealed class RetroactivityProperties
{
    [Property]
    public bool Given_edited_packs_that_are_accepted_When_any_case_is_reckoned_anew_Then_no_day_moves_later(
        (TownRules Before, TownRules After) rules, ResidenceStory life, SpellStory work, SpellStory insured, LocalDate applied, LocalDate today, bool owns)
    {
        var (before, after) = (rules.Before.Read(), rules.After.Read());
        var day = LocalDate.Max(applied, today);
        if (Retroactivity.Check(before, after, day).Count > 0)
        {
            return true;
        }

        var facts = life.Facts with
        {
            Employment = [.. Begun(work, day).Select((span, index) => new EmploymentSpell(index % 2 == 0 ? EmploymentKind.Contract : EmploymentKind.Business, span))],
            Insurance = [.. Begun(insured, day)],
            Dwellings = owns ? [new DwellingSince(life.Facts.ResidenceFrom, Dwelling.Owned)] : [],
        };
        var version = before.Packs[0].VersionOn(applied)!.From;

        return IsNotAfter(MetOn(after, facts, version, day), MetOn(before, facts, version, day));
    }

    [Property]
    public bool Given_any_packs_When_compared_with_themselves_Then_nothing_is_stricter((TownRules Before, TownRules After) rules, LocalDate today) =>
        Retroactivity.Check(rules.Before.Read(), rules.Before.Read(), today).Count == 0;

    private static LocalDate? MetOn(PolicyBook book, SettlementFacts facts, LocalDate version, LocalDate today) =>
        book.Packs[0].Evaluate(facts, version, today, []).Best.MetOn;

    // What has not begun cannot be stated yet.
    private static IEnumerable<DateSpan> Begun(SpellStory story, LocalDate today) => story.Spells.Where(span => span.From <= today);

    private static bool IsNotAfter(LocalDate? left, LocalDate? right) => right is null || left <= right;
}
