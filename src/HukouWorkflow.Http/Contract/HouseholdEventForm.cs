using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Http.Contract;

/// <summary>Someone joined the household.</summary>
public sealed record HouseholdEventForm : EventForm
{
    /// <summary>How they are related to the applicant.</summary>
    [Required]
    public Relation? Relation { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    [Required]
    public string? Name { get; init; }

    /// <summary>The resident identity number.</summary>
    [Required]
    public string? ResidentId { get; init; }

    /// <summary>The stage of school a child attends.</summary>
    public SchoolStage? SchoolStage { get; init; }
}
