using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Http.Privacy;

/// <summary>Makes the keys that stand for people, under a secret that only the service holds.</summary>
public sealed class PersonKeys
{
    private readonly byte[] _secret;

    /// <summary>Keys under a secret.</summary>
    /// <param name="secret">At least thirty-two bytes; another secret makes other keys, and no person is found again.</param>
    public PersonKeys(byte[] secret) => _secret = secret;

    /// <summary>The key of a resident.</summary>
    public PersonKey Of(ResidentId id) => PersonKey.Of(id, _secret);

    /// <summary>The key of a signed-in account.</summary>
    public PersonKey OfAccount(string subject) => PersonKey.OfAccount(subject, _secret);
}
