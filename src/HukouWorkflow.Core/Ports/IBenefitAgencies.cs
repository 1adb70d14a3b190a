using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Ports;

/// <summary>The agencies that grant benefits, each a service of its own.</summary>
public interface IBenefitAgencies
{
    /// <summary>
    /// Requests one benefit for one person. The inquiry's key makes it happen once however often it is requested.
    /// </summary>
    /// <param name="kind">Which benefit.</param>
    /// <param name="inquiry">For whom. It carries personal data.</param>
    /// <param name="cancellationToken">Ends the attempt; the request stays owed.</param>
    /// <returns>The answer, or a failure to answer. Outages are answers of that kind, never exceptions.</returns>
    Task<BenefitReply> RequestAsync(BenefitKind kind, Inquiry inquiry, CancellationToken cancellationToken);
}
