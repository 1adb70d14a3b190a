namespace HukouWorkflow.Ordeals;

/// <summary>A request that can be made again.</summary>
/// <param name="Path">Where to.</param>
/// <param name="Body">The body.</param>
/// <param name="Key">Its idempotency key.</param>
public sealed record KeyedRequest(string Path, object Body, string Key);
