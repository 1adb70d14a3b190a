using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Http.Contract;

/// <summary>An application. Every part is nullable here because input is judged as a whole; what is required says so.</summary>
public sealed record ApplicationForm
{
    /// <summary>Who applies.</summary>
    [Required]
    public ApplicantForm? Applicant { get; init; }

    /// <summary>Where the household is registered.</summary>
    [Required]
    public OriginForm? Origin { get; init; }

    /// <summary>Where the person lives now.</summary>
    [Required]
    public DestinationForm? Destination { get; init; }

    /// <summary>The residence in the city.</summary>
    [Required]
    public ResidenceForm? Residence { get; init; }

    /// <summary>Spells of work.</summary>
    public IReadOnlyList<EmploymentForm?>? Employment { get; init; }

    /// <summary>Spells of social insurance.</summary>
    public IReadOnlyList<SpellForm?>? Insurance { get; init; }

    /// <summary>Tax paid by an enterprise the applicant invested in.</summary>
    public IReadOnlyList<TaxForm?>? Taxes { get; init; }

    /// <summary>Degrees, professional titles and grades of skill.</summary>
    public IReadOnlyList<QualificationForm?>? Qualifications { get; init; }

    /// <summary>Spells of schooling.</summary>
    public IReadOnlyList<SpellForm?>? Study { get; init; }

    /// <summary>Relatives who are registered in the city.</summary>
    public IReadOnlyList<RelativeForm?>? Relatives { get; init; }

    /// <summary>Time earned in other places before residence was taken up here.</summary>
    public IReadOnlyList<ElsewhereForm?>? Elsewhere { get; init; }

    /// <summary>What the applicant declares.</summary>
    public DeclarationsForm? Declarations { get; init; }

    /// <summary>Who moves along.</summary>
    public IReadOnlyList<HouseholdForm?>? Household { get; init; }

    /// <summary>What the applicant means to do with rural land: information, never a condition.</summary>
    public LandElection? LandElection { get; init; }

    /// <summary>What the applicant consents to.</summary>
    [Required]
    public ConsentForm? Consent { get; init; }
}
