namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A relative is registered in the city.</summary>
/// <param name="Relative">How they are related, and since when.</param>
public sealed record RelativeStated(LocalRelative Relative) : FactStated;
