using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>What was found about one rule, with everything it rests on: a node of the explanation.</summary>
/// <param name="Rule">The rule's stable name: <c>version:2010-08-01</c>, <c>route:work</c>, <c>residence</c>.</param>
/// <param name="Verdict">Whether it is fulfilled on the day of the evaluation.</param>
/// <param name="MetOn">The day it was or will be as things stand, or null where it will not be. Fulfilled means that this day has come.</param>
/// <param name="Figures">The figures used.</param>
/// <param name="Evidence">What was stated for it and what became of that; empty where nothing was stated.</param>
/// <param name="Citation">What the rule rests on; null where its parts have their own.</param>
/// <param name="Gaps">The days that do not count, where time is counted; otherwise empty.</param>
/// <param name="Children">The rules it is made of.</param>
public sealed record Finding(
    string Rule,
    Verdict Verdict,
    LocalDate? MetOn,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Evidence> Evidence,
    Citation? Citation,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<Finding> Children)
{
    /// <summary>All of several rules: not met if one is not; else unknown if one is; met on the last day of any.</summary>
    internal static Finding All(string rule, Citation? citation, IReadOnlyList<Finding> children)
    {
        LocalDate? last = LocalDate.MinIsoValue;
        var verdict = Verdict.Met;
        foreach (var child in children)
        {
            last = last is { } soFar && child.MetOn is { } day ? LocalDate.Max(soFar, day) : null;
            verdict = (verdict, child.Verdict) switch
            {
                (Verdict.NotMet, _) or (_, Verdict.NotMet) => Verdict.NotMet,
                (Verdict.Unknown, _) or (_, Verdict.Unknown) => Verdict.Unknown,
                _ => Verdict.Met,
            };
        }

        return new Finding(rule, verdict, last, [], [], citation, [], children);
    }

    /// <summary>One of several rules: met if one is; else unknown if one is; met on the first day of any.</summary>
    internal static Finding Any(string rule, Citation? citation, IReadOnlyList<Finding> children)
    {
        LocalDate? first = null;
        var verdict = Verdict.NotMet;
        foreach (var child in children)
        {
            first = first is { } soFar && child.MetOn is { } day ? LocalDate.Min(soFar, day) : first ?? child.MetOn;
            verdict = (verdict, child.Verdict) switch
            {
                (Verdict.Met, _) or (_, Verdict.Met) => Verdict.Met,
                (Verdict.Unknown, _) or (_, Verdict.Unknown) => Verdict.Unknown,
                _ => Verdict.NotMet,
            };
        }

        return new Finding(rule, verdict, first, [], [], citation, [], children);
    }
}
