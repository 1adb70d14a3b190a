using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>The person lives differently.</summary>
public sealed record DwellingEventForm : EventForm
{
    /// <summary>The first day; not in the future.</summary>
    [Required]
    public LocalDate? On { get; init; }

    /// <summary>The kind of dwelling.</summary>
    [Required]
    public Dwelling? Dwelling { get; init; }
}
