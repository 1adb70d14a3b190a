using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HukouWorkflow.Http.Access;

/// <summary>
/// Tokens of the local host: signed with a key kept in the data folder (HS256). In production an OIDC authority issues
/// tokens instead and this key is refused.
/// </summary>
public sealed class LocalTokens
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 32;

    private const string Issuer = "hukou-local";
    private const string Audience = "hukou";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey _key;

    /// <summary>Tokens under a key.</summary>
    /// <param name="key">Thirty-two bytes.</param>
    public LocalTokens(byte[] key) => _key = new SymmetricSecurityKey(key);

    /// <summary>Issues a token.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="now">The present instant, in real time: a token's life is never lapsed.</param>
    /// <param name="life">How long it holds.</param>
    public string Issue(Caller caller, DateTimeOffset now, TimeSpan life) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = (now + life).UtcDateTime,
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = caller.Subject,
            ["role"] = Roles.NameOf(caller.Role),
            ["district"] = caller.Districts.Select(district => district.ToString()).ToArray(),
        },
    });

    /// <summary>What a token must fulfil. Only the one algorithm is taken, so that neither <c>none</c> nor a public key can stand in.</summary>
    internal TokenValidationParameters Requirements => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = _key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.FromSeconds(30),
    };
}
