using FsCheck.Xunit;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

[Properties(Arbitrary = [typeof(Days)], MaxTest = 200)]
public sealed class ExplanationProperties
{
    // A node is a paragraph that people read, and a message that is sent.
    private const int Longest = 1200;

    [Property]
    public bool Given_any_life_under_any_pack_When_told_Then_every_sentence_is_whole_in_both_languages(
        LocalDate start, LocalDate[] days, byte kinds, CheckOutcome outcome, LocalDate later)
    {
        var today = LocalDate.Max(start, later);
        var facts = Life(start, days, kinds);
        var checks = Enum.GetValues<Register>().Select(register => new RegisterCheck(0, register, 1, Instant.MinValue, outcome, null, null)).ToList();

        return ShippedPacks.Book.Packs
            .Where(pack => pack.VersionOn(start) is not null)
            .SelectMany(pack => Enum.GetValues<Language>().Select(language => pack.Explain(pack.Evaluate(facts with { City = pack.Cities[0] }, start, today, checks), language)))
            .SelectMany(Found.Nodes)
            .SelectMany(node => new[] { node.Text, node.Remedy, node.Source })
            .OfType<string>()
            .All(text => text.Length is > 3 and <= Longest
                && text.IndexOfAny(['{', '}', '#', '|']) < 0
                && text[^1] is '.' or '。'
                && !text.Contains("  ", StringComparison.Ordinal)
                && !text.Contains(": ;", StringComparison.Ordinal));
    }

    [Property(MaxTest = 2000)]
    public bool Given_time_that_is_not_complete_When_told_Then_less_is_said_to_have_passed_than_is_asked(LocalDate start, LocalDate[] days, byte kinds, LocalDate later)
    {
        var today = LocalDate.Max(start, later);
        var pack = ShippedPacks.Chongqing;
        var trees = pack.Evaluate(Life(start, days, kinds), start, today, []).Results.Select(result => result.Tree);

        return trees.SelectMany(Flatten)
            .Where(finding => CriterionSentences.IsClock(finding) && finding is { Verdict: Verdict.NotMet, Evidence.Count: > 0 })
            .Select(finding => (Required: finding.Period("required")!, Finding: finding))
            .All(clock => CountedTime.Of(clock.Finding, clock.Required, today) is var counted
                // Four years and 365 days are less than five where a day of February lies in the last of them.
                && today + counted.Passed <= today + clock.Required
                && !counted.Passed.Equals(clock.Required)
                && !counted.Missing.Equals(Period.Zero));
    }

    private static SettlementFacts Life(LocalDate start, LocalDate[] days, byte kinds)
    {
        var spans = days.Select((day, i) => new DateSpan(day, i % 3 == 0 ? null : day.PlusDays(20 * (i + 1)))).ToList();
        return Residents.Since(start) with
        {
            Basis = kinds % 2 == 0 ? ResidenceBasis.Permit : ResidenceBasis.Registration,
            Endorsements = days.Distinct().ToList(),
            Absences = kinds % 3 == 0 ? [.. spans] : [],
            Employment = kinds % 5 == 0 ? [] : [.. spans.Select((span, i) => new EmploymentSpell((EmploymentKind)(i % 3), span))],
            Insurance = kinds % 7 == 0 ? [] : spans,
            Taxes = kinds % 4 == 0 ? [new TaxYear(start.Year, new Yuan(kinds * 1000))] : [],
            Dwellings = [.. days.Order().Select(day => new DwellingSince(day, (Dwelling)(day.Day % 5)))],
            BornIn = kinds % 6 == 0 ? null : 1950 + (kinds / 4),
            Sex = kinds % 2 == 0 ? Sex.Male : Sex.Female,
            Qualifications = [.. days.Select(day => new Qualification((QualificationKind)(day.Day % 8), day))],
            Study = kinds % 9 == 0 ? [] : spans,
            Relatives = [.. days.Select(day => new LocalRelative((Relation)(day.Day % 3), day))],
            NoRecord = kinds % 8 == 0 ? true : null,
        };
    }

    private static IEnumerable<Finding> Flatten(Finding finding) => finding.Children.SelectMany(Flatten).Prepend(finding);
}
