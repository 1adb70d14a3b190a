using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Points up to an age, reckoned from the year of birth in the applicant's favour (see <see cref="AgeCriterion"/>).</summary>
internal sealed class PointsForAge(string id, Citation citation, int atMost, decimal points) : PointsRule(id, citation, atMost: null)
{
    public override decimal? Most => points;

    public override IReadOnlyList<PointsStep> Steps(StatedCase stated) => stated.Facts.BornIn is { } born
        ? [new PointsStep(new LocalDate(born, 1, 1), points), new PointsStep(new LocalDate(born + atMost + 2, 1, 1), 0)]
        : [];
}
