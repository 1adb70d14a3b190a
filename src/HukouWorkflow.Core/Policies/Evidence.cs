using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Policies;

/// <summary>Something stated that a finding rests on.</summary>
/// <param name="What">What was stated: <c>residence</c>, <c>work</c>, <c>insurance</c>, <c>dwelling</c>, <c>tax</c>.</param>
/// <param name="Source">What became of it.</param>
/// <param name="Register">The register that is asked about it, or null where none is.</param>
public sealed record Evidence(string What, EvidenceSource Source, Register? Register);
