using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>Registers and agencies within the process: they confirm and grant at once, as the simulated ones do unless told otherwise.</summary>
internal sealed class PromptAgencies : IRegisters, IBenefitAgencies
{
    private static readonly Task<RegisterReply> Confirmed = Task.FromResult(new RegisterReply(CheckOutcome.Confirmed, Reason: null));

    public Task<RegisterReply> AskAsync(Register register, Inquiry inquiry, CancellationToken cancellationToken) => Confirmed;

    public Task<BenefitReply> RequestAsync(BenefitKind kind, Inquiry inquiry, CancellationToken cancellationToken) =>
        Task.FromResult(new BenefitReply($"{kind}/{inquiry.Key}", Declined: false, Reason: null));
}
