using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Tables.Keys;

/// <summary>Sets up data protection on a key ring that all processes share.</summary>
public static class KeyProtection
{
    /// <summary>What the key ring is for. Data sealed under one name cannot be unsealed under another, wherever the ring has been moved.</summary>
    public const string ApplicationName = "HukouWorkflow";

    /// <summary>
    /// What new keys encrypt with. Cheaper than the default (CBC with a separate HMAC), and shorter by the padding and half
    /// the tag; a key made before goes on with what it was made for.
    /// </summary>
    public static AuthenticatedEncryptorConfiguration Cipher => new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM };

    /// <summary>Adds data protection.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="ring">The key ring.</param>
    /// <param name="certificates">What encrypts its keys, or null to leave them readable.</param>
    public static IServiceCollection AddKeyProtection(this IServiceCollection services, TableKeyRing ring, KeyCertificates? certificates)
    {
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName).UseCryptographicAlgorithms(Cipher);
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = ring);
        if (certificates is not null)
        {
            protection.ProtectKeysWithCertificate(certificates.Current).UnprotectKeysWithAnyCertificate([.. certificates.Former]);
        }

        return services;
    }
}
