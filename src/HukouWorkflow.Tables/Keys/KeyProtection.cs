using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Tables.Keys;

/// <summary>Sets up data protection on a key ring that all processes share.</summary>
public static class KeyProtection
{
    /// <summary>What the key ring is for. Data sealed under one name cannot be unsealed under another, wherever the ring has been moved.</summary>
    public const string ApplicationName = "HukouWorkflow";

    /// <summary>Adds data protection.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="ring">The key ring.</param>
    /// <param name="certificates">What encrypts its keys, or null to leave them readable.</param>
    public static IServiceCollection AddKeyProtection(this IServiceCollection services, TableKeyRing ring, KeyCertificates? certificates)
    {
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName);
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = ring);
        if (certificates is not null)
        {
            protection.ProtectKeysWithCertificate(certificates.Current).UnprotectKeysWithAnyCertificate([.. certificates.Former]);
        }

        return services;
    }
}
