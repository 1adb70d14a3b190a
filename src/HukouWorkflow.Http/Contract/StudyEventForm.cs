using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A spell of schooling. The same first day as an earlier one corrects it.</summary>
public sealed record StudyEventForm : EventForm
{
    /// <summary>The first day; not in the future.</summary>
    [Required]
    public LocalDate? From { get; init; }

    /// <summary>The first day after, or null where it goes on.</summary>
    public LocalDate? To { get; init; }
}
