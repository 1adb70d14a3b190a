using HukouWorkflow.Http.Privacy;
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

    /// <summary>
    /// Takes the keys of a data folder over, so that what was sealed under them can be unsealed here. It may be repeated.
    /// </summary>
    /// <param name="source">Those keys.</param>
    /// <param name="cancellationToken">Interrupts it; it can be run again.</param>
    /// <exception cref="Hosting.StartupException">This place stands for people by another secret; nothing was taken.</exception>
    Task TakeAsync(DataKeys source, CancellationToken cancellationToken);
}
