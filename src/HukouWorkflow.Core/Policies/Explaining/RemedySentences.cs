using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Says of what is not fulfilled on which day it will be, or the smallest change that would fulfil it.</summary>
/// <param name="texts">The language's sentences.</param>
/// <param name="terms">What the pack calls things.</param>
/// <param name="residence">The residence clock of the version: it knows the next endorsement.</param>
/// <param name="today">The day of the evaluation.</param>
internal sealed class RemedySentences(PackTexts texts, PackTerms terms, ClockReading residence, LocalDate today)
{
    private readonly Grammar _grammar = texts.Grammar;

    /// <summary>A sentence, or null where nothing is to be said.</summary>
    public string? Of(Finding finding)
    {
        if (finding.Verdict == Verdict.Met)
        {
            return null;
        }

        if (finding.MetOn is { } day && day > today)
        {
            return finding.Criterion() is "residence" or "permit" && residence.Next is { } next && next.By < day && next.By >= today
                ? texts.Say("remedy.endorse", ("by", _grammar.Date(next.By)), ("date", _grammar.Date(day)))
                : texts.Say("remedy.on", ("date", _grammar.Date(day)));
        }

        var criterion = finding.Criterion();
        return criterion is "any" or "all" or "atLeast" ? null
            : CriterionSentences.IsClock(finding) ? Clock(finding)
            : finding.Verdict == Verdict.Unknown ? texts.Say("remedy.state." + criterion)
            : Other(finding);
    }

    private string Clock(Finding finding)
    {
        var criterion = finding.Criterion();
        if (finding.Period("required") is not { } required || (finding.Evidence.Count == 0 && finding.Gaps.Count == 0))
        {
            return texts.Say("remedy.state." + criterion);
        }

        var counted = CountedTime.Of(finding, required, today);
        var sentences = new List<string>(2);
        if (counted.Halted is { } halted)
        {
            sentences.Add(texts.Say("remedy.resume." + Words<GapReason>.WordFor(halted.Why)));
        }

        if (!counted.Missing.Equals(Period.Zero))
        {
            sentences.Add(texts.Say("remedy.missing", ("more", _grammar.Passed(counted.Missing)), ("what", texts.Say("name." + criterion))));
        }

        return sentences.Count == 0 ? texts.Say("remedy.state." + criterion) : _grammar.Paragraph(sentences);
    }

    private string? Other(Finding finding)
    {
        switch (finding.Criterion())
        {
            case "tax":
                var more = (finding.Number("required") ?? 0) - (finding.Number("paid") ?? 0);
                return texts.Say("remedy.tax", ("more", _grammar.Money(more)), ("years", finding.Number("years") ?? 1));
            case "points" when finding.Detail().Length == 0:
                return texts.Say("remedy.points", ("more", (finding.Number("required") ?? 0) - (finding.Number("total") ?? 0)));
            case "points":
                return null;
            case "work":
                return texts.Say("remedy.contract", ("contract", _grammar.Asked(finding.Period("contract")!)));
            case "age":
                return texts.Say("remedy.ageOver");
            case "dwelling" or "investment" or "qualification" or "family" or "permit":
                return texts.Say("remedy.need." + finding.Criterion(), ("kinds", terms.Kinds(finding)));
            default:
                return texts.Say("remedy.state." + finding.Criterion());
        }
    }
}
