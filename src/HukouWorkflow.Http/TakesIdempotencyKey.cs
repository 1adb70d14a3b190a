namespace HukouWorkflow.Http;

/// <summary>Marks a call that takes an <c>Idempotency-Key</c>, for OpenAPI.</summary>
internal sealed class TakesIdempotencyKey;
