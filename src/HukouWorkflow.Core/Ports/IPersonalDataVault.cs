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

    /// <summary>The personal data of a case, from all its sealed items.</summary>
    /// <param name="items">In the order written.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">An item was changed, or its key is gone.</exception>
    PersonalData Unseal(IEnumerable<SealedItem> items) => PersonalAmendment.Fold(items.Select(item => Unseal(item.Bytes)));
}
