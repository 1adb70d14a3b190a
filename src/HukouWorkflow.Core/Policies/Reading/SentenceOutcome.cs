using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>What a pack makes of the person in a sentence.</summary>
internal sealed record SentenceOutcome(PolicyPack Pack, SettlementFacts Facts, LocalDate On, Evaluation Evaluation)
{
    public VersionEvaluation Best => Evaluation.Best;

    /// <summary>The points the person would be ranked by, or null where they do not meet the conditions of the ranked route.</summary>
    public decimal? Points => Pack.VersionOn(On)?.PointsInRanking(Facts, On);

    /// <summary>Who of the household may come along.</summary>
    public IEnumerable<Relation> ComeAlong => Facts.Household.Where(member => Pack.MayComeAlong(member, On, On)).Select(member => member.Relation);
}
