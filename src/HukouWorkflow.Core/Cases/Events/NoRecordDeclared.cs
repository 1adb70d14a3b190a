namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The applicant declared to have no criminal record. The register of public security is asked about it before anything is granted.</summary>
public sealed record NoRecordDeclared() : FactStated;
