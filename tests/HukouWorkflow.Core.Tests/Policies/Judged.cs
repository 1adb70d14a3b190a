using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>What a criterion finds, as one line: verdict, days, figures, gaps, evidence, parts.</summary>
internal static class Judged
{
    public static readonly Citation Cited = new("Notice", "art. 1", null, ValueStatus.Verified);

    /// <summary>Judges with reasons, and sees to it that weighing without them says the same.</summary>
    public static string By(Criterion criterion, SettlementFacts facts, LocalDate today)
    {
        var stated = new StatedCase(facts, today, []);
        var finding = criterion.Judge(stated);
        Assert.Equal(finding.Weighing, criterion.Weigh(stated));
        Assert.Same(criterion.Citation, finding.Citation);
        return Text(finding);
    }

    public static string Text(Finding finding)
    {
        var days = (finding.MetOn, finding.Until) switch
        {
            (null, null) => "",
            ({ } from, null) => $" {Reading.Text(from)}",
            var (from, until) => $" {Reading.Text(from)}..{Reading.Text(until)}",
        };
        var figures = string.Concat(finding.Figures.Select(figure => $"; {figure.Name} {figure.Value} {figure.Unit}"));
        var gaps = string.Concat(finding.Gaps.Select(gap => $"; {gap.Why} {Reading.Text(new DateSpan(gap.From, gap.To))}"));
        var evidence = string.Concat(finding.Evidence.Select(each => string.Create(CultureInfo.InvariantCulture, $"; {each.Source} {each.What}{(each.Register is { } asked ? $" {asked}" : "")}")));
        var parts = finding.Children.Count == 0 ? "" : $" [{string.Join(" | ", finding.Children.Select(Text))}]";
        return $"{finding.Rule} {finding.Verdict}{days}{figures}{gaps}{evidence}{parts}";
    }
}
