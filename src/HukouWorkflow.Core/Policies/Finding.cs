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
    /// <summary>The first day it no longer is fulfilled, or null where it stays so: what a rule made of it needs to weigh it.</summary>
    internal LocalDate? Until { get; init; }

    internal Weighing Weighing => new(Verdict, MetOn, Until);

    /// <summary>Whether the rule, or any that it is made of, rests on something that is not verified; it is never to be presented as law then.</summary>
    public bool IsUnverified => Citation?.Status == ValueStatus.Unverified || Children.Any(child => child.IsUnverified);
}
