using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>How a person lives from a day on.</summary>
/// <param name="Since">The first day.</param>
/// <param name="Dwelling">The kind of dwelling.</param>
public readonly record struct DwellingSince(LocalDate Since, Dwelling Dwelling);
