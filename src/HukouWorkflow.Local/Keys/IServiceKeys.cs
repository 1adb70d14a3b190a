using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Local.Keys;

/// <summary>The keys of a store: without them sealed data cannot be read again.</summary>
internal interface IServiceKeys
{
    /// <summary>What seals and unseals.</summary>
    IDataProtectionProvider Protection { get; }

    /// <summary>A secret of thirty-two bytes; the first to ask makes it.</summary>
    /// <param name="name">One of <see cref="ServiceSecret"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<byte[]> ReadSecretAsync(string name, CancellationToken cancellationToken);
}
