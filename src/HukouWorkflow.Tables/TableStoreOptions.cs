using Azure.Data.Tables;

namespace HukouWorkflow.Tables;

/// <summary>Which storage account the tables are in, and by what name. Give a connection string or an address, not both.</summary>
public sealed record TableStoreOptions
{
    /// <summary>A storage account's connection string; <c>UseDevelopmentStorage=true</c> for the emulator. It holds a key: never print it.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The address of the account's table service, reached with the identity the process runs under (managed, or the developer's own).</summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>What the tables' names begin with: a letter, then letters and digits, at most 40; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>How long counts are given again before they are counted anew, in real time: to count reads a key of every case. Zero to count each time.</summary>
    public TimeSpan CountsKept { get; init; }

    /// <summary>How long a claim on a person or key is respected whose case has not appeared: its writer is at work, or died.</summary>
    internal TimeSpan ClaimPatience { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Changes how storage is called; a test puts faults there.</summary>
    internal Action<TableClientOptions>? ConfigureClient { get; init; }
}
