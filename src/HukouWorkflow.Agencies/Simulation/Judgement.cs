using System.Security.Cryptography;
using System.Text;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>How the simulated agencies answer: from what they are told, and from whom they were set up to refuse.</summary>
internal static class Judgement
{
    private static readonly AgencyAnswer Confirmed = new(AgencyAnswer.Confirmed, null, null);
    private static readonly AgencyAnswer Contradicted = new(AgencyAnswer.Contradicted, "recordsDiffer", null);
    private static readonly AgencyAnswer NoEmployer = new(AgencyAnswer.Unknown, "employerNotFound", null);
    private static readonly AgencyAnswer Ineligible = new(AgencyAnswer.Declined, "notEligible", null);
    private static readonly AgencyAnswer Nameless = new(AgencyAnswer.Declined, "personNotIdentified", null);

    /// <summary>A register's answer.</summary>
    public static AgencyAnswer Of(Register register, Disclosure told, Faults faults)
    {
        if (faults.Contradict.Any(person => person.Register == register && IsSame(person.ResidentId, told)))
        {
            return Contradicted;
        }

        var stranger = told.Employment?.Any(work => work.Employer is { } employer && !CreditCode.HasForm(employer)) ?? false;
        return stranger ? NoEmployer : Confirmed;
    }

    /// <summary>A benefit agency's answer. The reference follows from the key.</summary>
    public static AgencyAnswer Of(BenefitKind kind, string key, Disclosure told, Faults faults)
    {
        if (told.Person is not { Name: not null, ResidentId: not null })
        {
            return Nameless;
        }

        return faults.Decline.Any(person => person.Benefit == kind && IsSame(person.ResidentId, told))
            ? Ineligible
            : new AgencyAnswer(AgencyAnswer.Granted, null, ReferenceOf(kind, key));
    }

    private static bool IsSame(string residentId, Disclosure told) =>
        string.Equals(residentId, told.Person.ResidentId, StringComparison.OrdinalIgnoreCase);

    private static string ReferenceOf(BenefitKind kind, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return (kind == BenefitKind.Education ? "EDU/" : "HEALTH/") + Convert.ToHexString(hash[..8]);
    }
}
