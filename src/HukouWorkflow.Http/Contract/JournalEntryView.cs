using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>An entry of a case's journal.</summary>
/// <param name="Version">Its place, from 1.</param>
/// <param name="At">When it was written.</param>
/// <param name="Hash">Its link in the hash chain, hexadecimal.</param>
/// <param name="Event">What happened.</param>
public sealed record JournalEntryView(
    int Version,
    Instant At,
    string Hash,
    System.Text.Json.JsonElement Event);
