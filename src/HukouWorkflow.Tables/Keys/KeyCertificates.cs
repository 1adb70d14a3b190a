using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Logging.Abstractions;

namespace HukouWorkflow.Tables.Keys;

/// <summary>The certificates that encrypt the data-protection keys in the table: whoever reads the storage alone can unseal nothing.</summary>
/// <param name="Current">Encrypts every new key. RSA, with its private key.</param>
/// <param name="Former">Those that encrypted earlier keys, which are never deleted and must stay readable.</param>
public sealed record KeyCertificates(X509Certificate2 Current, IReadOnlyList<X509Certificate2> Former)
{
    /// <summary>The setting that gives <see cref="Current"/>.</summary>
    public const string Setting = "HUKOU_KEYS_CERTIFICATE";

    /// <summary>The settings that give <see cref="Former"/>, each with <c>__</c> and a number behind it, from 0.</summary>
    public const string FormerSetting = "HUKOU_KEYS_FORMER_CERTIFICATES";

    private static readonly XNamespace Schema = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>Reads a certificate as a Key Vault reference to its secret gives it.</summary>
    /// <param name="setting">What to name it by where it cannot be read.</param>
    /// <param name="base64">PKCS#12 with its private key, in base64, without a password.</param>
    /// <exception cref="StorageRefusedException">It is none, or has no RSA key. The text shows nothing of it.</exception>
    public static X509Certificate2 Read(string setting, string base64)
    {
        try
        {
            // Ephemeral, so that no private key is left on a disk; macOS has no such keys.
            var storage = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
            var certificate = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(base64), password: null, storage);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null
                ? certificate
                : throw new StorageRefusedException($"{setting} has no RSA private key. Export the certificate with its private key; data protection needs RSA.");
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            throw new StorageRefusedException($"{setting} cannot be read. It must be PKCS#12 in base64, without a password, as a Key Vault reference gives it.");
        }
    }

    /// <summary>Encrypts what is secret in a key ring's element that comes from a place where it lay open.</summary>
    internal XElement Encrypt(XElement element)
    {
        var copy = new XElement(element);
        var encryptor = new CertificateXmlEncryptor(Current, NullLoggerFactory.Instance);
        foreach (var secret in copy.Descendants().Where(part => (bool?)part.Attribute(Schema + "requiresEncryption") == true).ToList())
        {
            var encrypted = encryptor.Encrypt(secret);
            secret.ReplaceWith(new XElement(
                Schema + "encryptedSecret",
                new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName!),
                encrypted.EncryptedElement));
        }

        return copy;
    }
}
