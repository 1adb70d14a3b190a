using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>The person moved.</summary>
public sealed record MovedEventForm : EventForm
{
    /// <summary>The first day at the new place; not in the future.</summary>
    [Required]
    public LocalDate? On { get; init; }

    /// <summary>The district, or a division outside the city, six digits.</summary>
    [Required]
    public string? District { get; init; }

    /// <summary>The address, at most 300 characters.</summary>
    public string? Address { get; init; }
}
