using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Tables.Storage;

/// <summary>The table service of a storage account.</summary>
internal sealed partial class StorageAccount
{
    private readonly TableServiceClient _service;
    private readonly StorageFault _fault;
    private readonly string _prefix;

    /// <exception cref="StorageRefusedException">The settings say nothing usable.</exception>
    public StorageAccount(TableStoreOptions options)
    {
        if (!PrefixForm().IsMatch(options.Prefix))
        {
            throw new StorageRefusedException($"Tables cannot be named with '{options.Prefix}'. Give a letter, then letters and digits, at most 40.");
        }

        _prefix = options.Prefix;
        _service = Connect(options);
        Host = _service.Uri.Authority;
        _fault = new StorageFault(Host);
    }

    /// <summary>The table service's host.</summary>
    public string Host { get; }

    /// <summary>Opens a table, and makes it where there is none.</summary>
    /// <exception cref="StorageRefusedException">Nobody answers, or the key or identity is refused.</exception>
    public async Task<StorageTable> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            StorageMeter.Count("create", _prefix + name);
            await _fault.GuardAsync(() => _service.CreateTableIfNotExistsAsync(_prefix + name, cancellationToken), cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            throw new StorageRefusedException($"The tables cannot be opened. {unavailable.Message}", unavailable);
        }

        return new StorageTable(_service.GetTableClient(_prefix + name), _fault);
    }

    /// <summary>Deletes a table with all that is in it, if it is there.</summary>
    /// <exception cref="StoreUnavailableException">The storage cannot be reached.</exception>
    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        StorageMeter.Count("drop", _prefix + name);
        return _fault.GuardAsync(() => _service.GetTableClient(_prefix + name).DeleteAsync(cancellationToken), cancellationToken);
    }

    private static TableServiceClient Connect(TableStoreOptions options)
    {
        var client = new TableClientOptions();
        client.Retry.MaxRetries = 3;
        client.Retry.Delay = TimeSpan.FromMilliseconds(200);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        options.ConfigureClient?.Invoke(client);
        return options switch
        {
            { ConnectionString: { } text, ServiceUri: null } => Read(text, client),
            { ConnectionString: null, ServiceUri: { } address } => new TableServiceClient(address, new DefaultAzureCredential(), client),
            _ => throw new StorageRefusedException("Name the storage by a connection string or by its table service's address: exactly one of them."),
        };
    }

    private static TableServiceClient Read(string connectionString, TableClientOptions client)
    {
        try
        {
            return new TableServiceClient(connectionString, client);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            // The error itself is left behind: it may quote what was given, and with it the key.
            throw new StorageRefusedException("The storage connection string cannot be read. Copy it again from the storage account, whole; for the emulator it is UseDevelopmentStorage=true.");
        }
    }

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9]{0,39})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrefixForm();
}
