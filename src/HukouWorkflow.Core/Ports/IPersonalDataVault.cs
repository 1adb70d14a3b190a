using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Ports;

/// <summary>Seals and unseals personal data. Only sealed bytes ever reach a store.</summary>
public interface IPersonalDataVault
{
    /// <summary>Encrypts and authenticates.</summary>
    ReadOnlyMemory<byte> Seal(PersonalAmendment amendment);

    /// <summary>Decrypts.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were changed, or their key is gone.</exception>
    PersonalAmendment Unseal(ReadOnlyMemory<byte> sealedBytes);
}
