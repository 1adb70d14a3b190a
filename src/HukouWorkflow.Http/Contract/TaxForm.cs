using System.ComponentModel.DataAnnotations;

namespace HukouWorkflow.Http.Contract;

/// <summary>Tax paid in a calendar year.</summary>
public sealed record TaxForm
{
    /// <summary>The calendar year.</summary>
    [Required]
    public int? Year { get; init; }

    /// <summary>Renminbi yuan, at most two decimals.</summary>
    [Required]
    public decimal? Amount { get; init; }
}
