using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="What">What, by the event's name.</param>
public sealed record TimelineView(
    Instant At,
    string What);
