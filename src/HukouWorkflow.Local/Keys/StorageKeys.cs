using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Tables;
using HukouWorkflow.Tables.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Local.Keys;

/// <summary>The keys of a store in tables, encrypted under the certificate that the environment gives, if it gives one.</summary>
internal sealed class StorageKeys : IServiceKeys
{
    private readonly TableKeys _keys;

    private StorageKeys(TableKeys keys) => _keys = keys;

    /// <inheritdoc/>
    public IDataProtectionProvider Protection => _keys.Protection;

    /// <summary>Opens them; they are made where there are none and no case needs any.</summary>
    /// <exception cref="StorageRefusedException">The storage account or a certificate cannot be used, or the keys are gone.</exception>
    public static async Task<StorageKeys> OpenAsync(TableStoreOptions options, bool hasCases, CancellationToken cancellationToken) =>
        new(await TableKeys.OpenAsync(options, Certificates(), hasCases, cancellationToken));

    /// <inheritdoc/>
    public Task<byte[]> ReadSecretAsync(string name, CancellationToken cancellationToken) => _keys.ReadSecretAsync(name, cancellationToken);

    /// <inheritdoc/>
    public async Task TakeAsync(DataKeys source, CancellationToken cancellationToken)
    {
        // The secret first: it may be refused, and until then nothing has been taken.
        if (!await _keys.TakeSecretAsync(ServiceSecret.Person, source.Secret(ServiceSecret.Person), cancellationToken))
        {
            throw new StartupException("The storage stands for people by another secret than the keys given: their cases cannot live in one store. Import into another storage account.");
        }

        if (source.Has(ServiceSecret.Token))
        {
            await _keys.TakeSecretAsync(ServiceSecret.Token, source.Secret(ServiceSecret.Token), cancellationToken);
        }

        foreach (var (name, element) in source.Ring)
        {
            _keys.TakeKey(name, element);
        }
    }

    private static KeyCertificates? Certificates()
    {
        if (Environment.GetEnvironmentVariable(KeyCertificates.Setting) is not { Length: > 0 } current)
        {
            return null;
        }

        var former = Enumerable.Range(0, int.MaxValue)
            .Select(number => $"{KeyCertificates.FormerSetting}__{number}")
            .TakeWhile(setting => Environment.GetEnvironmentVariable(setting) is { Length: > 0 })
            .Select(setting => KeyCertificates.Read(setting, Environment.GetEnvironmentVariable(setting)!));
        return new KeyCertificates(KeyCertificates.Read(KeyCertificates.Setting, current), [.. former]);
    }
}
