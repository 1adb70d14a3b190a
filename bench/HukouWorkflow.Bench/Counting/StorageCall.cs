using System.Text;
using System.Text.RegularExpressions;

namespace HukouWorkflow.Bench.Counting;

/// <summary>A request to a table service, in the words of the store's own meter.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Table">The table's name, whole.</param>
/// <param name="Rows">How many rows it writes: more than one in an entity group transaction, none where it reads.</param>
internal sealed partial record StorageCall(string Operation, string Table, int Rows)
{
    /// <summary>Reads a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, decoded, without the account: <c>Cases(PartitionKey='…',RowKey='…')</c>.</param>
    /// <param name="conditional">Whether it names the tag of the row it changes.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="BenchException">It is none that the store is known to send.</exception>
    public static StorageCall Read(string method, string path, bool conditional, ReadOnlySpan<byte> body)
    {
        var text = path is "$batch" or "Tables" ? Encoding.UTF8.GetString(body) : "";
        if (path is "$batch")
        {
            var parts = Part().Matches(text);
            return new StorageCall("transaction", parts[0].Groups["table"].Value, parts.Count);
        }

        if (path is "Tables")
        {
            return new StorageCall("create", NewTable().Match(text).Groups["table"].Value, 0);
        }

        var table = TableName().Match(path).Value;
        var names = path.Contains("PartitionKey=", StringComparison.Ordinal);
        return method switch
        {
            "GET" => new StorageCall(names ? "find" : "query", table, 0),
            "POST" => new StorageCall("add", table, 1),
            "PUT" => new StorageCall(conditional ? "replace" : "put", table, 1),
            "DELETE" => new StorageCall("delete", table, 1),
            _ => throw new BenchException($"The store sent {method} {table}, which nobody here can name. Teach {nameof(StorageCall)} what it is."),
        };
    }

    [GeneratedRegex(@"^(POST|PUT|PATCH|MERGE|DELETE) https?://[^/]+/[^/]+/(?<table>[A-Za-z][A-Za-z0-9]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"""TableName""\s*:\s*""(?<table>[A-Za-z0-9]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NewTable();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableName();
}
