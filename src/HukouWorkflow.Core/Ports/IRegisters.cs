using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Ports;

/// <summary>The city's registers, each a service of its own.</summary>
public interface IRegisters
{
    /// <summary>Asks one register whether its records agree with what was stated.</summary>
    /// <param name="register">Which one.</param>
    /// <param name="inquiry">What to ask. It carries personal data.</param>
    /// <param name="cancellationToken">Ends the attempt; the question stays owed.</param>
    /// <returns>The answer, or a failure to answer. Outages are answers of that kind, never exceptions.</returns>
    Task<RegisterReply> AskAsync(Register register, Inquiry inquiry, CancellationToken cancellationToken);
}
