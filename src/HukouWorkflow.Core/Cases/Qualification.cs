using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>A qualification held.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Since">The day it was awarded.</param>
public readonly record struct Qualification(QualificationKind Kind, LocalDate Since);
