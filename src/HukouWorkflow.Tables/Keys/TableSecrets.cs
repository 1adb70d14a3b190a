using System.Security.Cryptography;
using Azure.Data.Tables;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Tables.Rows;
using HukouWorkflow.Tables.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Tables.Keys;

/// <summary>
/// The secrets of a service that shares one storage: what signs local tokens, and what stands for people. Thirty-two bytes
/// each, sealed under the key ring.
/// </summary>
public sealed class TableSecrets
{
    private const string Partition = "secret";
    private const string Sealed = "Sealed";
    private const int Length = 32;

    private readonly StorageTable _keys;
    private readonly IDataProtector _protector;
    private readonly string _host;

    private TableSecrets(StorageTable keys, IDataProtector protector, string host) => (_keys, _protector, _host) = (keys, protector, host);

    /// <summary>Opens the table, and makes it where there is none.</summary>
    /// <exception cref="StorageRefusedException">The settings are wrong, nobody answers, or the key or identity is refused.</exception>
    public static async Task<TableSecrets> OpenAsync(TableStoreOptions options, IDataProtectionProvider protection, CancellationToken cancellationToken)
    {
        var account = new StorageAccount(options);
        return new(await account.OpenAsync(TableKeyRing.Table, cancellationToken), protection.CreateProtector("HukouWorkflow.Secrets"), account.Host);
    }

    /// <summary>A secret; the first of all processes to ask makes it.</summary>
    /// <param name="name">Its name, in letters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageRefusedException">Its key is gone.</exception>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached.</exception>
    public async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await _keys.FindAsync(Partition, name, cancellationToken) is { } row)
            {
                return Unseal(name, Column.Bytes(row, Sealed) ?? []);
            }

            var made = new TableEntity(Partition, name) { [Sealed] = _protector.Protect(RandomNumberGenerator.GetBytes(Length)) };
            await _keys.AddAsync(made, cancellationToken);
        }
    }

    /// <summary>Takes a secret over from another place, where there is none yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="secret">The secret itself; it is sealed here.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is the secret here now; false where another one is.</returns>
    /// <exception cref="StorageRefusedException">The key of the one that is here is gone.</exception>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached.</exception>
    public async Task<bool> TakeAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancellationToken)
    {
        await _keys.AddAsync(new TableEntity(Partition, name) { [Sealed] = _protector.Protect(secret.ToArray()) }, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(await ReadAsync(name, cancellationToken), secret.Span);
    }

    private byte[] Unseal(string name, byte[] bytes)
    {
        try
        {
            return _protector.Unprotect(bytes);
        }
        catch (CryptographicException refused)
        {
            throw new StorageRefusedException($"The secret '{name}' at {_host} cannot be unsealed: its data-protection key is missing from the table Keys. Restore the keys from a backup.", refused);
        }
    }
}
