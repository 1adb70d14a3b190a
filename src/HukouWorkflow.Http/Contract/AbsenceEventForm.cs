using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>The person was away. The same first day as an earlier absence corrects it.</summary>
public sealed record AbsenceEventForm : EventForm
{
    /// <summary>The first day away.</summary>
    [Required]
    public LocalDate? From { get; init; }

    /// <summary>The day of return; not in the future.</summary>
    [Required]
    public LocalDate? To { get; init; }
}
