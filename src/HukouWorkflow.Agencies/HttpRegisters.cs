using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Agencies;

/// <summary>The registers over HTTP.</summary>
internal sealed class HttpRegisters(AgencyCaller caller) : IRegisters
{
    public async Task<RegisterReply> AskAsync(Register register, Inquiry inquiry, CancellationToken cancellationToken)
    {
        var reply = await caller.SendAsync(Agency.Of(register), inquiry.Key, Disclosure.To(register, inquiry), cancellationToken);
        if (reply.Answer is not { } answer)
        {
            return new RegisterReply(null, reply.Failure);
        }

        CheckOutcome? outcome = answer.Outcome switch
        {
            AgencyAnswer.Confirmed => CheckOutcome.Confirmed,
            AgencyAnswer.Contradicted => CheckOutcome.Contradicted,
            AgencyAnswer.Unknown => CheckOutcome.Unknown,
            _ => null,
        };
        return outcome is null
            ? new RegisterReply(null, AgencyReply.Malformed)
            : new RegisterReply(outcome, answer.Reason is null ? null : AgencyText.CodeOf(answer.Reason, inquiry.Personal));
    }
}
