using System.ComponentModel.DataAnnotations;
using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>The residence in the city.</summary>
public sealed record ResidenceForm
{
    /// <summary>The day it was taken up; not in the future.</summary>
    [Required]
    public LocalDate? From { get; init; }

    /// <summary>What it rests on; permit where nothing is said.</summary>
    public ResidenceBasis? Basis { get; init; }

    /// <summary>The number of the residence permit, at most 40 characters.</summary>
    public string? PermitNumber { get; init; }

    /// <summary>How the person lives.</summary>
    public Dwelling? Dwelling { get; init; }

    /// <summary>The days on which the permit was endorsed.</summary>
    public IReadOnlyList<LocalDate?>? Endorsements { get; init; }

    /// <summary>Days away from the city.</summary>
    public IReadOnlyList<SpanForm?>? Absences { get; init; }
}
