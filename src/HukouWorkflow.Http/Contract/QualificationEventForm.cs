using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A qualification was awarded.</summary>
public sealed record QualificationEventForm : EventForm
{
    /// <summary>Which.</summary>
    [Required]
    public QualificationKind? Kind { get; init; }

    /// <summary>The day it was awarded; not in the future.</summary>
    [Required]
    public LocalDate? Since { get; init; }
}
