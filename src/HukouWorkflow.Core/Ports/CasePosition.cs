using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>A place in the order of a list of cases: by the day something is due (none last), then by case id.</summary>
/// <param name="Due">The day, or null.</param>
/// <param name="Id">The case.</param>
public readonly record struct CasePosition(LocalDate? Due, CaseId Id);
