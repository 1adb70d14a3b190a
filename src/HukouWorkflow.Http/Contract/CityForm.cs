using System.ComponentModel.DataAnnotations;

namespace HukouWorkflow.Http.Contract;

/// <summary>A city to estimate for.</summary>
public sealed record CityForm
{
    /// <summary>The city, six digits (GB/T 2260).</summary>
    [Required]
    public string? City { get; init; }

    /// <summary>The district of the city, six digits; without it, what differs by district stays unknown.</summary>
    public string? District { get; init; }

    /// <summary>The address, at most 300 characters; an estimate does not look at it.</summary>
    public string? Address { get; init; }
}
