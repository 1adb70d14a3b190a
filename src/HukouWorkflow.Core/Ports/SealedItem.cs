namespace HukouWorkflow.Core.Ports;

/// <summary>A piece of personal data as the store keeps it: encrypted.</summary>
/// <param name="No">1 for the first of the case.</param>
/// <param name="Bytes">The ciphertext.</param>
public sealed record SealedItem(int No, ReadOnlyMemory<byte> Bytes);
