using System.Security.Cryptography.X509Certificates;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>The certificates that encrypt the data-protection keys in the table: whoever reads the storage alone can unseal nothing.</summary>
/// <param name="Current">Encrypts every new key. RSA, with its private key.</param>
/// <param name="Former">Those that encrypted earlier keys, which are never deleted and must stay readable.</param>
public sealed record KeyCertificates(X509Certificate2 Current, IReadOnlyList<X509Certificate2> Former);
