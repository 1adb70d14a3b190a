using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>A storage account's tables.</summary>
public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TablesPipeline _pipeline;

    /// <summary>With an account key, or <c>UseDevelopmentStorage=true</c>.</summary>
    /// <exception cref="ArgumentException">The connection string lacks what is needed.</exception>
    /// <exception cref="InvalidOperationException">It is no list of names and values.</exception>
    /// <exception cref="FormatException">Its key is not Base64.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(ConnectionString.Parse(connectionString), options)
    {
    }

    /// <summary>With a token of Microsoft Entra ID; the endpoint must be https.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(endpoint, options, new BearerTokenAuthenticationPolicy(tokenCredential ?? throw new ArgumentNullException(nameof(tokenCredential)), Scope))
    {
    }

    private TableServiceClient(ConnectionString connection, TableClientOptions options)
        : this(connection.Endpoint, options, connection.Authorization)
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

    /// <summary>Creates the table where it is not there.</summary>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { TableName = tableName });
        (string, string)[] headers = [("Content-Type", "application/json"), ("Prefer", "return-no-content")];
        var response = await _pipeline.SendAsync(RequestMethod.Post, "Tables", headers, body, 409, cancellationToken).ConfigureAwait(false);
        if (response.Status == 409 && new RequestFailedException(response) is { ErrorCode: not "TableAlreadyExists" } conflict)
        {
            throw conflict;
        }

        return Response.FromValue(new TableItem(tableName), response);
    }

    /// <summary>A client of one table, which need not be there.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_pipeline, tableName);
}
