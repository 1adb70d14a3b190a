using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>Certificates made for a test.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>With an RSA key, as a Key Vault reference gives it.</summary>
    public static string Rsa()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(From, From.AddYears(50));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }

    /// <summary>With a key that data protection cannot use.</summary>
    public static string Curve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256).CreateSelfSigned(From, From.AddYears(50));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }
}
