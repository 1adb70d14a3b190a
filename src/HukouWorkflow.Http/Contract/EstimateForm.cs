using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Http.Contract;

/// <summary>Partial facts to estimate from. Nothing is stored.</summary>
public sealed record EstimateForm
{
    /// <summary>The city. Name this one, or several in <see cref="Destinations"/>.</summary>
    public CityForm? Destination { get; init; }

    /// <summary>One to ten cities to compare.</summary>
    public IReadOnlyList<CityForm?>? Destinations { get; init; }

    /// <summary>The residence in the city; without it, one on a permit that begins today is assumed.</summary>
    public ResidenceForm? Residence { get; init; }

    /// <summary>The year of birth.</summary>
    public int? BornIn { get; init; }

    /// <summary>The sex, where an age limit differs by it.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Spells of work.</summary>
    public IReadOnlyList<EmploymentForm?>? Employment { get; init; }

    /// <summary>Spells of social insurance.</summary>
    public IReadOnlyList<SpellForm?>? Insurance { get; init; }

    /// <summary>Tax paid by an enterprise invested in.</summary>
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
}
