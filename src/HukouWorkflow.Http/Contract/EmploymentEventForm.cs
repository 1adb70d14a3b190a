using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A spell of work. The same kind and first day as an earlier one corrects it (a job that ended, say).</summary>
public sealed record EmploymentEventForm : EventForm
{
    /// <summary>The employer's unified social credit code, at most 40 characters.</summary>
    public string? Employer { get; init; }

    /// <summary>What kind of work.</summary>
    [Required]
    public EmploymentKind? Kind { get; init; }

    /// <summary>The first day; not in the future.</summary>
    [Required]
    public LocalDate? From { get; init; }

    /// <summary>The first day after, or null where it goes on.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The kind of workplace where cities ask less of it.</summary>
    public Workplace? Workplace { get; init; }

    /// <summary>The length of time the contract was agreed for, in years or months.</summary>
    public Period? Contract { get; init; }
}
