using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A spell that may go on: social insurance, or schooling.</summary>
public sealed record SpellForm
{
    /// <summary>The first day.</summary>
    [Required]
    public LocalDate? From { get; init; }

    /// <summary>The first day after, or null where it goes on.</summary>
    public LocalDate? To { get; init; }
}
