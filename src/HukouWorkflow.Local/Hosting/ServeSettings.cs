using HukouWorkflow.Agencies;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Hosting;
using NodaTime;

namespace HukouWorkflow.Local.Hosting;

/// <summary>How the service is to run.</summary>
public sealed record ServeSettings
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://localhost:7071";

    /// <summary>The data folder.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>The storage account whose tables hold cases and keys (a connection string, or the https address of its table service), or null where the data folder does.</summary>
    public string? Storage { get; init; }

    /// <summary>What the tables' names begin with.</summary>
    public string TablePrefix { get; init; } = "";

    /// <summary>The folder of policy packs.</summary>
    public string PolicyFolder { get; init; } = PolicyFolders.Default;

    /// <summary>Where the agencies are.</summary>
    public required AgencyOptions Agencies { get; init; }

    /// <summary>The OIDC authority, or null to judge tokens by the data folder's key.</summary>
    public Authority? Authority { get; init; }

    /// <summary>How much time passes in a real second, or null where time is real.</summary>
    public TimeSpan? TimeLapse { get; init; }

    /// <summary>The instant at which lapsed time begins, or null for now. A folder that has seen later goes on from there.</summary>
    public Instant? Start { get; init; }

    /// <summary>Another time to run by, where <see cref="TimeLapse"/> is null; null for the machine's.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Whether to write logs to the console, as lines of JSON.</summary>
    public bool Logs { get; init; } = true;
}
