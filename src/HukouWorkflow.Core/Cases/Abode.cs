using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>Where a person lives from a day on.</summary>
/// <param name="Since">The first day there.</param>
/// <param name="Division">The district, or a division outside the city.</param>
public readonly record struct Abode(LocalDate Since, DivisionCode Division);
