using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>What the criteria of one version look at.</summary>
/// <param name="Facts">What was stated.</param>
/// <param name="Today">The day of the evaluation.</param>
/// <param name="Checks">What the registers answered so far.</param>
/// <param name="Terms">How the version counts residence.</param>
/// <param name="Residence">The residence clock under those terms, read once for all its routes.</param>
internal sealed record StatedCase(SettlementFacts Facts, LocalDate Today, IReadOnlyList<RegisterCheck> Checks, ResidenceTerms Terms, ClockReading Residence)
{
    public Evidence Evidence(string what, Register? register)
    {
        CheckOutcome? outcome = null;
        foreach (var check in Checks)
        {
            if (check.Register == register)
            {
                outcome = check.Outcome;
            }
        }

        return new Evidence(what, SourceOf(outcome), register);
    }

    private static EvidenceSource SourceOf(CheckOutcome? outcome) => outcome switch
    {
        CheckOutcome.Confirmed => EvidenceSource.Confirmed,
        CheckOutcome.Contradicted => EvidenceSource.Contradicted,
        CheckOutcome.Unknown => EvidenceSource.Unknown,
        _ => EvidenceSource.Claimed,
    };
}
