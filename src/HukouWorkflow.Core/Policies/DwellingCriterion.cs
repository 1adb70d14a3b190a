using HukouWorkflow.Core.Cases;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies;

/// <summary>A dwelling of one of some kinds today; met since the day from which every dwelling stated was of them.</summary>
internal sealed class DwellingCriterion(Citation citation, IReadOnlyList<Dwelling> kinds) : Criterion("dwelling", citation)
{
    public override Finding Judge(StatedCase stated)
    {
        LocalDate? since = null;
        var isStated = false;
        foreach (var dwelling in stated.Facts.Dwellings)
        {
            if (dwelling.Since <= stated.Today)
            {
                isStated = true;
                since = kinds.Contains(dwelling.Dwelling) ? since ?? dwelling.Since : null;
            }
        }

        if (!isStated)
        {
            return Unknown([]);
        }

        return new Finding(
            Rule,
            since is null ? Verdict.NotMet : Verdict.Met,
            since,
            since is { } day ? [new("since", LocalDatePattern.Iso.Format(day), "date")] : [],
            [stated.Evidence(Rule, Register.Housing)],
            Citation,
            [],
            []);
    }
}
