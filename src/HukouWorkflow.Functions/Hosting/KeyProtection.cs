using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>Sets up data protection on a key ring that all instances share.</summary>
internal static class KeyProtection
{
    /// <summary>Adds data protection.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="ring">The key ring.</param>
    /// <param name="certificates">What encrypts its keys, or null to leave them readable.</param>
    public static IServiceCollection AddKeyProtection(this IServiceCollection services, IXmlRepository ring, KeyCertificates? certificates)
    {
        var protection = services.AddDataProtection().SetApplicationName("HukouWorkflow");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = ring);
        if (certificates is not null)
        {
            protection.ProtectKeysWithCertificate(certificates.Current).UnprotectKeysWithAnyCertificate([.. certificates.Former]);
        }

        return services;
    }
}
