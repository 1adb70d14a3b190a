using System.Security.Cryptography;
using System.Text;

namespace HukouWorkflow.Core.Identity;

/// <summary>
/// What stands for a person where their identity number may not: the first sixteen bytes of its HMAC-SHA256 under a key
/// that only the service holds. The same person always gives the same key, and the key does not give the person.
/// </summary>
/// <param name="Hex">Thirty-two lower-case hexadecimal digits.</param>
public readonly record struct PersonKey(string Hex)
{
    /// <summary>Bytes in a key.</summary>
    public const int Length = 16;

    /// <summary>The key of a resident.</summary>
    /// <param name="id">The resident's identity number.</param>
    /// <param name="secret">The service's secret, at least 32 bytes.</param>
    public static PersonKey Of(ResidentId id, ReadOnlySpan<byte> secret) => OfText("resident:" + id.Value, secret);

    /// <summary>The key of a signed-in account, kept with the case so that only its applicant is shown it.</summary>
    /// <param name="subject">The token's <c>sub</c>.</param>
    /// <param name="secret">The service's secret, at least 32 bytes.</param>
    public static PersonKey OfAccount(string subject, ReadOnlySpan<byte> secret) => OfText("account:" + subject, secret);

    /// <summary>A key from its bytes.</summary>
    /// <param name="bytes">Sixteen bytes.</param>
    public static PersonKey FromBytes(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(bytes));

    /// <summary>The key's bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <summary>The hexadecimal digits.</summary>
    public override string ToString() => Hex;

    private static PersonKey OfText(string text, ReadOnlySpan<byte> secret)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text), hash);
        return new PersonKey(Convert.ToHexStringLower(hash[..Length]));
    }
}
