namespace HukouWorkflow.Core.Quotas;

/// <summary>The order in which places are given: the most points first, then the earlier application.</summary>
internal static class Ranking
{
    /// <summary>Who gets a place, in order of rank.</summary>
    /// <param name="candidates">Everybody who meets the conditions, in any order.</param>
    /// <param name="places">The places left.</param>
    public static IReadOnlyList<Candidate> Of(IEnumerable<Candidate> candidates, int places) =>
    [
        .. candidates
            .OrderByDescending(candidate => candidate.Points)
            .ThenBy(candidate => candidate.State.ReceivedAt)
            .ThenBy(candidate => candidate.State.Id.Value)
            .Take(places),
    ];
}
