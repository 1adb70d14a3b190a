using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Ports;

/// <summary>How many cases stand at a status in a district.</summary>
/// <param name="District">The district.</param>
/// <param name="Status">The status.</param>
/// <param name="Cases">How many, 1 or more.</param>
public readonly record struct CaseCount(DivisionCode District, CaseStatus Status, long Cases);
