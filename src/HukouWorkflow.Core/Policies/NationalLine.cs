namespace HukouWorkflow.Core.Policies;

/// <summary>What the State Council asks of cities beyond the ceilings: guidance, to be read beside the cities' rules.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Steps">Its steps in order of date.</param>
/// <param name="Unknowns">What is not known about it.</param>
public sealed record NationalLine(LocalizedText Title, IReadOnlyList<NationalStep> Steps, IReadOnlyList<LocalizedText> Unknowns);
