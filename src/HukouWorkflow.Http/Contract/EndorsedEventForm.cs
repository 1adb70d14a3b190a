using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>The residence permit was endorsed.</summary>
public sealed record EndorsedEventForm : EventForm
{
    /// <summary>The day; not in the future.</summary>
    [Required]
    public LocalDate? On { get; init; }
}
