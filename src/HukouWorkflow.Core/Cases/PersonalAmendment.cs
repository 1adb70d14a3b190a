namespace HukouWorkflow.Core.Cases;

/// <summary>
/// What one request adds to the personal data of a case. The first is the whole of it; later ones carry only what changed,
/// so that nothing already sealed is ever written again.
/// </summary>
public sealed record PersonalAmendment
{
    /// <summary>The whole, in the first item of a case; null in later ones.</summary>
    public PersonalData? Whole { get; init; }

    /// <summary>A new address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The employer of one more spell of employment, or null.</summary>
    public string? Employer { get; init; }

    /// <summary>Whether the amendment belongs to one more spell of employment, whose employer may be unnamed.</summary>
    public bool AddsEmployment { get; init; }

    /// <summary>One more member of the household, or null.</summary>
    public PersonalMember? Member { get; init; }

    /// <summary>A document the applicant added, or null.</summary>
    public EvidenceDocument? Evidence { get; init; }

    /// <summary>The personal data after every amendment, in the order written.</summary>
    /// <param name="amendments">The amendments; the first carries the whole.</param>
    /// <exception cref="InvalidOperationException">There is no whole to amend.</exception>
    public static PersonalData Fold(IEnumerable<PersonalAmendment> amendments)
    {
        PersonalData? data = null;
        foreach (var amendment in amendments)
        {
            data = amendment.Whole ?? amendment.ApplyTo(data ?? throw new InvalidOperationException("The first item of personal data must be the whole."));
        }

        return data ?? throw new InvalidOperationException("The case has no personal data.");
    }

    /// <summary>A mask, never the data.</summary>
    public override string ToString() => "PersonalAmendment(masked)";

    private PersonalData ApplyTo(PersonalData data) => data with
    {
        Address = Address ?? data.Address,
        Employers = AddsEmployment ? [.. data.Employers, Employer] : data.Employers,
        Household = Member is null ? data.Household : [.. data.Household, Member],
    };
}
