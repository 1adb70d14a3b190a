using System.Net;
using System.Text.Json;

namespace HukouWorkflow.Ordeals;

/// <summary>What the service answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; undefined where it is not JSON.</param>
/// <param name="RetryAfter">Whether it says when to come again.</param>
/// <param name="Unanswered">How often the same was asked before and nobody answered, though the service may have done it.</param>
public readonly record struct Answer(HttpStatusCode Status, JsonElement Body, bool RetryAfter, int Unanswered)
{
    /// <summary>Whether the service has taken it, and must never lose it.</summary>
    public bool IsAcknowledged => Status == HttpStatusCode.Accepted;

    /// <summary>The case that an acknowledgement names, or null.</summary>
    public string? Case => IsAcknowledged ? Body.GetProperty("id").GetString() : null;

    /// <summary>The version that an acknowledgement names, or 0.</summary>
    public int Version => IsAcknowledged ? Body.GetProperty("version").GetInt32() : 0;

    /// <summary>Whether it acknowledges the same as a promise.</summary>
    public bool Repeats(Promise promise) => string.Equals(Case, promise.Case, StringComparison.Ordinal) && Version == promise.Version;

    /// <inheritdoc/>
    public override string ToString() => $"{(int)Status} {Body}";
}
