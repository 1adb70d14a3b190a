using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>Time was earned in another place before residence was taken up here.</summary>
public sealed record ElsewhereEventForm : EventForm
{
    /// <summary>The division it was earned in (GB/T 2260).</summary>
    [Required]
    public string? Place { get; init; }

    /// <summary>What was earned.</summary>
    [Required]
    public Accrual? What { get; init; }

    /// <summary>The first day.</summary>
    [Required]
    public LocalDate? From { get; init; }

    /// <summary>The first day after.</summary>
    [Required]
    public LocalDate? To { get; init; }
}
