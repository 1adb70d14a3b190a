namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The applicant added a document; the document itself is kept apart, encrypted.</summary>
/// <param name="No">1 for the first document of the case.</param>
/// <param name="Concerns">The register whose answer it bears on, or null where none was named.</param>
public sealed record EvidenceAdded(int No, Register? Concerns) : CaseEvent;
