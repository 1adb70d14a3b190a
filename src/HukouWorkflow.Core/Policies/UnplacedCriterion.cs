namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion that differs by district class, for a person whose district the pack does not know: nobody can say what it asks.</summary>
internal sealed record UnplacedCriterion(string Rule, Citation Citation) : Criterion(Rule, Citation)
{
    public override Weighing Weigh(StatedCase stated) => Weighing.Unknown;

    public override Finding Judge(StatedCase stated) => Found(Weighing.Unknown, [], []);
}
