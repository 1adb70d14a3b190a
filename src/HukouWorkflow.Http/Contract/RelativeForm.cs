using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A relative who is registered in the city; who it is is not asked here.</summary>
public sealed record RelativeForm
{
    /// <summary>What the relative is to the applicant.</summary>
    [Required]
    public Relation? Relation { get; init; }

    /// <summary>The first day on which they were both so related and registered in the city; not in the future.</summary>
    [Required]
    public LocalDate? Since { get; init; }
}
