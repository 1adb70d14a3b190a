namespace HukouWorkflow.Http.Contract;

/// <summary>Where to look.</summary>
/// <param name="Self">The case.</param>
/// <param name="Explanation">How it was reckoned.</param>
public sealed record LinksView(
    string Self,
    string Explanation);
