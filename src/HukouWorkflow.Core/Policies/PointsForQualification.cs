using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Policies;

/// <summary>Points for the best qualification held.</summary>
internal sealed class PointsForQualification(string id, Citation citation, IReadOnlyDictionary<QualificationKind, decimal> points)
    : PointsRule(id, citation, atMost: null)
{
    public override decimal? Most => points.Values.Max();

    public override IReadOnlyList<PointsStep> Steps(StatedCase stated)
    {
        var steps = new List<PointsStep>();
        foreach (var held in stated.Facts.Qualifications.OrderBy(held => held.Since))
        {
            if (points.TryGetValue(held.Kind, out var given) && (steps.Count == 0 || given > steps[^1].Points))
            {
                steps.Add(new PointsStep(held.Since, given));
            }
        }

        return steps;
    }
}
