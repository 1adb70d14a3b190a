using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How a client talks to the service: retries, transport, policies.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Options for a version of the protocol.</summary>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) =>
        Version = serviceVersion is ServiceVersion.V2020_12_06
            ? "2020-12-06"
            : throw new ArgumentOutOfRangeException(nameof(serviceVersion));

    /// <summary>The versions of the protocol that the stand-in speaks.</summary>
#pragma warning disable CA1707 // The published names.
    public enum ServiceVersion
    {
        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }
#pragma warning restore CA1707

    internal string Version { get; }
}
