using System.ComponentModel.DataAnnotations;

namespace HukouWorkflow.Http.Contract;

/// <summary>Partial facts to estimate from. Nothing is stored.</summary>
public sealed record EstimateForm
{
    /// <summary>The city, and the district.</summary>
    [Required]
    public DestinationForm? Destination { get; init; }

    /// <summary>The residence in the city.</summary>
    [Required]
    public ResidenceForm? Residence { get; init; }

    /// <summary>Spells of work.</summary>
    public IReadOnlyList<EmploymentForm?>? Employment { get; init; }

    /// <summary>Spells of social insurance.</summary>
    public IReadOnlyList<SpellForm?>? Insurance { get; init; }

    /// <summary>Tax paid by an enterprise invested in.</summary>
    public IReadOnlyList<TaxForm?>? Taxes { get; init; }
}
