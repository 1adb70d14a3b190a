namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion with every value resolved. Two that ask the same and rest on the same are equal, and stand for one another.</summary>
/// <param name="Rule">The rule's stable name.</param>
/// <param name="Citation">What it rests on; null where its parts have their own.</param>
internal abstract record Criterion(string Rule, Citation? Citation)
{
    /// <summary>Whether and when it is fulfilled. Ask <see cref="StatedCase.Weigh"/>, which remembers.</summary>
    public abstract Weighing Weigh(StatedCase stated);

    /// <summary>The same with its reasons. Ask <see cref="StatedCase.Judge(Criterion)"/>, which remembers.</summary>
    public abstract Finding Judge(StatedCase stated);

    protected Finding Found(Weighing weighing, IReadOnlyList<Figure> figures, IReadOnlyList<Evidence> evidence, IReadOnlyList<Finding>? children = null) =>
        new(Rule, weighing.Verdict, weighing.MetOn, figures, evidence, Citation, [], children ?? []) { Until = weighing.Until };
}
