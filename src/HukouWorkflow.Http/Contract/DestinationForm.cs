using System.ComponentModel.DataAnnotations;

namespace HukouWorkflow.Http.Contract;

/// <summary>Where the person lives now.</summary>
public sealed record DestinationForm
{
    /// <summary>The city, six digits (GB/T 2260).</summary>
    [Required]
    public string? City { get; init; }

    /// <summary>The district of the city, six digits.</summary>
    [Required]
    public string? District { get; init; }

    /// <summary>The address, at most 300 characters.</summary>
    public string? Address { get; init; }
}
