using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Agencies;

/// <summary>The benefit agencies over HTTP.</summary>
internal sealed class HttpBenefitAgencies(AgencyCaller caller) : IBenefitAgencies
{
    public async Task<BenefitReply> RequestAsync(BenefitKind kind, Inquiry inquiry, CancellationToken cancellationToken)
    {
        var reply = await caller.SendAsync(Agency.Of(kind), inquiry.Key, Disclosure.To(kind, inquiry), cancellationToken);

        // A 4xx is no decline: it says that the request or the set-up is wrong, not that anyone judged the person. It stays
        // owed like an outage, and when it keeps failing the case escalates it, which is how a caseworker gets to see it.
        return reply.Answer switch
        {
            null => new BenefitReply(null, Declined: false, reply.Failure),
            { Outcome: AgencyAnswer.Granted } answer when AgencyText.ReferenceOf(answer.Reference, inquiry.Personal) is { } reference =>
                new BenefitReply(reference, Declined: false, Reason: null),
            { Outcome: AgencyAnswer.Declined } answer =>
                new BenefitReply(null, Declined: true, AgencyText.CodeOf(answer.Reason, inquiry.Personal)),
            _ => new BenefitReply(null, Declined: false, AgencyReply.Malformed),
        };
    }
}
