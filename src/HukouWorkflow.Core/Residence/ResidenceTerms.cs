using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>A city's terms for counting residence, as one version of its pack states them.</summary>
/// <param name="Required">The residence asked for, or null where the version asks for none: then the clock only shows whether it runs.</param>
/// <param name="LateEndorsement">What a late endorsement does, or null where the version asks for no endorsement.</param>
/// <param name="AbsenceAllowance">Days of absence that still count in any rolling twelve months, 0 to 364, or null where any number does.</param>
public sealed record ResidenceTerms(Period? Required, LateEndorsement? LateEndorsement, int? AbsenceAllowance)
{
    /// <summary>Time earned elsewhere that counts here; empty where none does.</summary>
    public IReadOnlyList<RecognisedTime> Recognised { get; init; } = [];

    /// <summary>Whether others count the same for whoever earned nothing elsewhere.</summary>
    internal bool AreAlikeHere(ResidenceTerms other) =>
        Equals(Required, other.Required) && Equals(LateEndorsement, other.LateEndorsement) && AbsenceAllowance == other.AbsenceAllowance;

    /// <summary>What is recognised, if any of it counts as something; otherwise nothing, so that rules it does not touch are the same with it and without.</summary>
    internal IReadOnlyList<RecognisedTime> RecognisedAs(Accrual what) => Recognised.Any(terms => terms.Counts.Contains(what)) ? Recognised : [];
}
