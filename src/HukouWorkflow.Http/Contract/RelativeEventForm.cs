using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A relative is registered in the city.</summary>
public sealed record RelativeEventForm : EventForm
{
    /// <summary>What the relative is to the applicant.</summary>
    [Required]
    public Relation? Relation { get; init; }

    /// <summary>The first day on which they were both so related and registered in the city; not in the future.</summary>
    [Required]
    public LocalDate? Since { get; init; }
}
