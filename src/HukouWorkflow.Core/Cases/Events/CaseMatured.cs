using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The conditions of a route are complete; the registers are to be asked. Every version that may apply was weighed, and all results are kept.</summary>
/// <param name="On">The day the conditions were complete (not the day it was noticed).</param>
/// <param name="Version">The pack's version most favourable to the applicant.</param>
/// <param name="Route">The route met under it.</param>
/// <param name="Results">What each version gave, in order of version.</param>
/// <param name="Registers">The registers to be asked, in the order in which their effects are numbered.</param>
public sealed record CaseMatured(LocalDate On, LocalDate Version, string Route, IReadOnlyList<VersionResult> Results, IReadOnlyList<Register> Registers) : CaseEvent;
