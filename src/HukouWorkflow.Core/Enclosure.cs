using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Core;

/// <summary>What goes into the same append as a command's events.</summary>
/// <param name="Person">Who must have no other open case, for the first append of a case; otherwise null.</param>
/// <param name="Personal">Personal data, sealed, or null. Left out where the command changed nothing.</param>
/// <param name="Answer">The answer to keep under an idempotency key, or null; its case and version are filled in.</param>
public sealed record Enclosure(PersonKey? Person, ReadOnlyMemory<byte>? Personal, IdempotentAnswer? Answer);
