using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Core.Cases;

/// <summary>What can be asked of a case. The moment travels beside it, never in it.</summary>
public abstract record CaseCommand
{
    private CaseCommand()
    {
    }

    /// <summary>Open the case.</summary>
    /// <param name="Application">The application, already valid.</param>
    public sealed record Submit(ApplicationReceived Application) : CaseCommand;

    /// <summary>Take down a fact stated later.</summary>
    /// <param name="Fact">The fact, already valid; a household member's number is given by the case.</param>
    public sealed record StateFact(FactStated Fact) : CaseCommand;

    /// <summary>Take down that a document was added.</summary>
    /// <param name="Concerns">The register it bears on, or null.</param>
    public sealed record AddEvidence(Register? Concerns) : CaseCommand;

    /// <summary>Take down a place given within the annual quota.</summary>
    /// <param name="Place">The place.</param>
    public sealed record AllotPlace(AllottedPlace Place) : CaseCommand;

    /// <summary>Take the application back.</summary>
    public sealed record Withdraw : CaseCommand;

    /// <summary>Do whatever has fallen due.</summary>
    public sealed record Advance : CaseCommand;

    /// <summary>Take down what came of asking a register.</summary>
    /// <param name="Effect">The effect's number.</param>
    /// <param name="Reply">What came of it.</param>
    public sealed record TakeRegisterReply(int Effect, RegisterReply Reply) : CaseCommand;

    /// <summary>Take down what came of requesting a benefit.</summary>
    /// <param name="Effect">The effect's number.</param>
    /// <param name="Reply">What came of it.</param>
    public sealed record TakeBenefitReply(int Effect, BenefitReply Reply) : CaseCommand;

    /// <summary>Take down that a member of staff looked at the case.</summary>
    /// <param name="By">The staff account's subject.</param>
    /// <param name="Role">The role they looked in.</param>
    public sealed record View(string By, string Role) : CaseCommand;
}
