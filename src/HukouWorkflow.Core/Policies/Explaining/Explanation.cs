namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>One rule in sentences, for the person it is about. It holds no personal data.</summary>
/// <param name="Rule">The rule's stable name, as in <see cref="Finding.Rule"/>; <c>pack:chongqing</c> for the whole.</param>
/// <param name="Verdict">Whether it is fulfilled on the day of the evaluation.</param>
/// <param name="Text">What was found, with its figures and the evidence. One paragraph, never empty.</param>
/// <param name="Remedy">The soonest day, or the smallest change that would fulfil it; null where nothing is to be said.</param>
/// <param name="Source">What it rests on, saying so where that is unverified; null where its parts have their own.</param>
/// <param name="Status">How sure the source is; null where its parts have their own.</param>
/// <param name="Children">The rules it is made of.</param>
public sealed record Explanation(
    string Rule,
    Verdict Verdict,
    string Text,
    string? Remedy,
    string? Source,
    ValueStatus? Status,
    IReadOnlyList<Explanation> Children)
{
    /// <summary>Whether this or anything below it rests on something unverified.</summary>
    public bool IsUnverified => Status == ValueStatus.Unverified || Children.Any(child => child.IsUnverified);
}
