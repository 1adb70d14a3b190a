using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Http.Contract;

/// <summary>Where the household is registered.</summary>
public sealed record OriginForm
{
    /// <summary>The division, six digits (GB/T 2260).</summary>
    [Required]
    public string? Division { get; init; }

    /// <summary>Whether it lies in the same municipality.</summary>
    [Required]
    public Registration? Registration { get; init; }

    /// <summary>The kind of hukou held.</summary>
    [Required]
    public HukouKind? Hukou { get; init; }
}
