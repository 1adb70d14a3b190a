using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>A relative who is registered in the city. Who it is is not kept.</summary>
/// <param name="Relation">What the relative is to the applicant.</param>
/// <param name="Since">The first day on which they were both so related and registered in the city.</param>
public readonly record struct LocalRelative(Relation Relation, LocalDate Since);
