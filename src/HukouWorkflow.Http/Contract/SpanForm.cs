using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A run of days.</summary>
public sealed record SpanForm
{
    /// <summary>The first day.</summary>
    [Required]
    public LocalDate? From { get; init; }

    /// <summary>The first day after: the day of return.</summary>
    [Required]
    public LocalDate? To { get; init; }
}
