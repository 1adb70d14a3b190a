namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion with every value resolved.</summary>
internal abstract class Criterion(string rule, Citation? citation)
{
    protected string Rule => rule;

    protected Citation? Citation => citation;

    public abstract Finding Judge(StatedCase stated);

    public static Finding[] Judge(IReadOnlyList<Criterion> criteria, StatedCase stated)
    {
        var findings = new Finding[criteria.Count];
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = criteria[i].Judge(stated);
        }

        return findings;
    }

    protected Finding Unknown(IReadOnlyList<Figure> figures) => new(Rule, Verdict.Unknown, null, figures, [], Citation, [], []);
}
