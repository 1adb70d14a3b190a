using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>A storage account's tables.</summary>
public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TablesPipeline _pipeline;

    /// <summary>With the default options.</summary>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>With an account key, or <c>UseDevelopmentStorage=true</c>.</summary>
    /// <exception cref="ArgumentException">The connection string lacks what is needed.</exception>
    /// <exception cref="InvalidOperationException">It is no list of names and values.</exception>
    /// <exception cref="FormatException">Its key is not Base64.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(ConnectionString.Parse(connectionString), options)
    {
    }

    /// <summary>With an account key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(endpoint, options, new SharedKeyPolicy(credential ?? throw new ArgumentNullException(nameof(credential))))
    {
    }

    /// <summary>With a token of Microsoft Entra ID; the endpoint must be https.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(endpoint, options, new BearerTokenAuthenticationPolicy(tokenCredential ?? throw new ArgumentNullException(nameof(tokenCredential)), Scope))
    {
    }

    /// <summary>For a test double.</summary>
    protected TableServiceClient()
    {
    }

    private TableServiceClient(ConnectionString connection, TableClientOptions options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    private TableServiceClient(Uri endpoint, TableClientOptions options, HttpPipelinePolicy authorization)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Uri = endpoint;
        _pipeline = new(endpoint, options ?? new(), authorization);
    }

    /// <summary>The endpoint.</summary>
    public virtual Uri Uri { get; }

    /// <summary>A client of one table, which need not be there.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_pipeline, tableName);
}
