using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Ports;

/// <summary>
/// What was answered under an idempotency key: enough to answer the same again. Kept for at least thirty days of real time.
/// </summary>
/// <param name="Key">Sixteen bytes that stand for the caller and the key they chose.</param>
/// <param name="Body">Sixteen bytes that stand for the call and its body; another body under the key is refused.</param>
/// <param name="Case">The case the call was about or opened.</param>
/// <param name="Version">The case's version the call left behind.</param>
public sealed record IdempotentAnswer(ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Body, CaseId Case, int Version);
