namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion with every value resolved.</summary>
internal abstract class Criterion(string rule, Citation? citation)
{
    public string Rule => rule;

    protected Citation? Citation => citation;

    /// <summary>Whether and when it is fulfilled.</summary>
    public abstract Weighing Weigh(StatedCase stated);

    /// <summary>The same with its reasons.</summary>
    public abstract Finding Judge(StatedCase stated);

    protected Finding Found(Weighing weighing, IReadOnlyList<Figure> figures, IReadOnlyList<Evidence> evidence, IReadOnlyList<Finding>? children = null) =>
        new(Rule, weighing.Verdict, weighing.MetOn, figures, evidence, Citation, [], children ?? []) { Until = weighing.Until };
}
