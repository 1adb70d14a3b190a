using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>What must hold for everybody, under every pack.</summary>
[Properties(Arbitrary = [typeof(Settler), typeof(Days)], MaxTest = 1000)]
public sealed class SettlerProperties
{
    [Property]
    public bool Given_anybody_When_more_insurance_is_stated_Then_no_case_is_worse(Settler settler, LocalDate from, byte months) =>
        IsNotWorse(settler, settler.Facts with { Insurance = [.. settler.Facts.Insurance, new DateSpan(FreeFirst(settler, from), from.PlusMonths(months + 1))] });

    [Property]
    public bool Given_anybody_When_residence_began_earlier_Then_no_case_is_worse(Settler settler, ushort days)
    {
        var start = settler.Facts.ResidenceFrom.PlusDays(-(days % 2000));
        var registered = settler.Facts with { Basis = ResidenceBasis.Registration };
        var earlier = registered with { ResidenceFrom = start, Abodes = [new Abode(start, settler.Facts.Abodes[0].Division)] };
        return IsNotAfter(settler.Best(earlier).MetOn, settler.Best(registered).MetOn);
    }

    [Property]
    public bool Given_anybody_When_another_qualification_is_held_Then_no_case_is_worse(Settler settler, LocalDate since, QualificationKind kind) =>
        IsNotWorse(settler, settler.Facts with { Qualifications = [.. settler.Facts.Qualifications, new Qualification(kind, since)] });

    [Property]
    public bool Given_anybody_When_time_elsewhere_a_relative_or_a_clean_record_is_stated_Then_no_case_is_worse(Settler settler, LocalDate from, byte months, Accrual what) =>
        IsNotWorse(settler, settler.Facts with
        {
            Elsewhere = [.. settler.Facts.Elsewhere, new TimeElsewhere(new DivisionCode(510100), what, new DateSpan(from, from.PlusMonths(months + 1)))],
            Relatives = [.. settler.Facts.Relatives, new LocalRelative(Relation.Parent, from)],
            NoRecord = true,
        });

    [Property]
    public bool Given_anybody_When_evaluated_Then_what_is_decided_by_is_what_is_explained(Settler settler)
    {
        var evaluation = settler.Pack.Evaluate(settler.Facts, settler.Applied, settler.Today, []);
        return evaluation.Results.All(result =>
            result.MetOn == result.Tree.MetOn
            && result.Tree.Children.All(route => IsSumOfItsParts(route, settler.Today))
            && result.Tree.Children.Min(route => route.MetOn ?? LocalDate.MaxIsoValue) is var soonest
            && (result.MetOn is null ? soonest == LocalDate.MaxIsoValue : soonest <= result.MetOn && (result.Route is not null)));
    }

    [Property]
    public bool Given_anybody_When_a_day_of_meeting_has_come_Then_it_was_foreseen_on_that_day(Settler settler)
    {
        // Nothing new is learned between today and then. Endorsements to come are taken to be in time, so nobody here needs one.
        var facts = KnownBy(settler.Today, settler.Facts with { Basis = ResidenceBasis.Registration });
        var foreseen = settler.Best(facts).MetOn;
        return foreseen is not { } day || day <= settler.Today || settler.Pack.NextVersionAfter(settler.Today) <= day
            || (settler.Pack.Evaluate(facts, settler.Applied, day, []).Best is { } then && then.MetOn == day && then.Tree.Verdict == Verdict.Met);
    }

    // The door refuses what lies in the future, but for the end of a spell; and how a spell ends is not foreseen before it has.
    private static SettlementFacts KnownBy(LocalDate today, SettlementFacts facts) => facts with
    {
        Employment = [.. facts.Employment.Where(spell => spell.Span.From <= today).Select(spell => spell with { Span = KnownBy(today, spell.Span) })],
        Insurance = [.. facts.Insurance.Where(span => span.From <= today).Select(span => KnownBy(today, span))],
        Study = [.. facts.Study.Where(span => span.From <= today).Select(span => KnownBy(today, span))],
        Taxes = [.. facts.Taxes.Where(tax => tax.Year <= today.Year)],
        Dwellings = [.. facts.Dwellings.Where(dwelling => dwelling.Since <= today)],
        Qualifications = [.. facts.Qualifications.Where(held => held.Since <= today)],
        Relatives = [.. facts.Relatives.Where(relative => relative.Since <= today)],
    };

    private static DateSpan KnownBy(LocalDate today, DateSpan span) => span.To > today ? span with { To = null } : span;

    // A spell that began on the same day as another would correct it, and might be the shorter.
    private static LocalDate FreeFirst(Settler settler, LocalDate from) =>
        settler.Facts.Insurance.Any(span => span.From == from) ? from.PlusDays(-1) : from;

    private static bool IsNotWorse(Settler settler, SettlementFacts more) => IsNotAfter(settler.Best(more).MetOn, settler.Best().MetOn);

    private static bool IsNotAfter(LocalDate? left, LocalDate? right) => right is null || left <= right;

    private static bool IsSumOfItsParts(Finding route, LocalDate today) =>
        (route.Verdict == Verdict.Met) == route.Children.All(child => child.Verdict == Verdict.Met)
        && (route.Verdict != Verdict.Met || route.MetOn <= today)
        && (route.MetOn is not { } day || route.Children.All(child => child.MetOn <= day));
}
