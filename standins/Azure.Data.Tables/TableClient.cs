using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>
/// One table. A call that the service refuses throws <see cref="RequestFailedException"/> with the status and the
/// service's name for the error, as "EntityAlreadyExists".
/// </summary>
public class TableClient
{
    private readonly TablesPipeline _pipeline;
    private readonly string _name;

    internal TableClient(TablesPipeline pipeline, string name) => (_pipeline, _name) = (pipeline, name);

    /// <summary>The table's name.</summary>
    public virtual string Name => _name;

    /// <summary>Removes the table, where it is there, with all its rows.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _pipeline.SendAsync(RequestMethod.Delete, $"Tables('{Name}')", [], null, 404, cancellationToken);

    /// <summary>Inserts a row; one that is there is a 409.</summary>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        SendAsync(EntityOperation.Add(Name, entity), null, cancellationToken);

    /// <summary>Inserts a row or updates it, whatever its version.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        SendAsync(EntityOperation.Upsert(Name, entity, mode), null, cancellationToken);

    /// <summary>Updates a row of the version <paramref name="ifMatch"/> (<see cref="ETag.All"/>: any); another version is a 412.</summary>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("Value cannot be empty.", nameof(ifMatch))
            : SendAsync(EntityOperation.Update(Name, entity, ifMatch, mode), null, cancellationToken);

    /// <summary>Removes a row, where it is there; another version than <paramref name="ifMatch"/> is a 412.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        SendAsync(EntityOperation.Delete(Name, partitionKey, rowKey, ifMatch), 404, cancellationToken);

    /// <summary>Reads a row; without a value where the row or the table is not there.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var query = select is null ? "" : $"?$select={Uri.EscapeDataString(string.Join(',', select))}";
        var path = EntityOperation.RowPath(Name, partitionKey, rowKey) + query;
        var response = await _pipeline.SendAsync(RequestMethod.Get, path, [], null, 404, cancellationToken).ConfigureAwait(false);
        if (response.Status == 404)
        {
            return new NoEntity<T>(response);
        }

        using var json = JsonDocument.Parse(response.Content);
        return Response.FromValue((T)(ITableEntity)EntityJson.Read(json.RootElement), response);
    }

    /// <summary>Reads the rows a filter names, in the order of their keys, at most 1,000 a page.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new EntityPages<T>(_pipeline, Name, filter, maxPerPage, select, cancellationToken);

    /// <summary>Does all of the actions or none; at most 100, all in one partition, each row once.</summary>
    /// <exception cref="TableTransactionFailedException">One of them failed; its status and code are the exception's.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var operations = transactionActions.Select(action => EntityOperation.Of(Name, action)).ToList();
        if (operations.Count == 0)
        {
            throw new InvalidOperationException("The batch contains no entity operations.");
        }

        var (contentType, body) = TransactionRequest.Write(operations, _pipeline.Address);
        var response = await _pipeline
            .SendAsync(RequestMethod.Post, "$batch", [("Content-Type", contentType)], body, null, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(TransactionResponse.Read(response, operations.Count), response);
    }

    private Task<Response> SendAsync(EntityOperation operation, int? accepted, CancellationToken cancellationToken) =>
        _pipeline.SendAsync(operation.Method, operation.Path, operation.Headers, operation.Body, accepted, cancellationToken);
}
