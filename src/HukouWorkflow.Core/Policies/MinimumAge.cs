namespace HukouWorkflow.Core.Policies;

/// <summary>The age from which a person may apply.</summary>
/// <param name="Years">Whole years.</param>
/// <param name="Citation">What it rests on.</param>
public sealed record MinimumAge(int Years, Citation Citation);
