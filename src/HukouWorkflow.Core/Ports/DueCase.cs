using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Ports;

/// <summary>A case whose wake has come.</summary>
/// <param name="Id">The case.</param>
/// <param name="WakeAt">When it was to be looked at.</param>
public readonly record struct DueCase(CaseId Id, Instant WakeAt);
