namespace HukouWorkflow.Http.Contract;

/// <summary>The applicant declares to have no criminal record.</summary>
public sealed record NoRecordEventForm : EventForm;
