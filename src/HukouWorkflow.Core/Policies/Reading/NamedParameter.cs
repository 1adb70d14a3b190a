namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>A parameter that something names.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">Where it is named.</param>
internal sealed record NamedParameter(CriterionRole Role, string Name, SourceLine At);
