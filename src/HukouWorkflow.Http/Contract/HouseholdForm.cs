using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Http.Contract;

/// <summary>A member of the household who moves along.</summary>
public sealed record HouseholdForm
{
    /// <summary>How they are related to the applicant.</summary>
    [Required]
    public Relation? Relation { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    [Required]
    public string? Name { get; init; }

    /// <summary>The resident identity number (GB 11643-1999).</summary>
    [Required]
    public string? ResidentId { get; init; }

    /// <summary>The stage of school a child attends.</summary>
    public SchoolStage? SchoolStage { get; init; }
}
