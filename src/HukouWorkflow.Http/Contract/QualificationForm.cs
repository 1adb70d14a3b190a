using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A degree, a professional title or a grade of skill.</summary>
public sealed record QualificationForm
{
    /// <summary>Which.</summary>
    [Required]
    public QualificationKind? Kind { get; init; }

    /// <summary>The day it was awarded; not in the future.</summary>
    [Required]
    public LocalDate? Since { get; init; }
}
