namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A place within the annual quota was given, by rank.</summary>
/// <param name="Place">The place.</param>
public sealed record PlaceAllotted(AllottedPlace Place) : FactStated;
