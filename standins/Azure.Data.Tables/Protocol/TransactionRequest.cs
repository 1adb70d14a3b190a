using System.Text;

namespace Azure.Data.Tables.Protocol;

/// <summary>An entity group transaction: one changeset in one batch, as multipart text.</summary>
internal static class TransactionRequest
{
    public static (string ContentType, byte[] Body) Write(IReadOnlyList<EntityOperation> operations, Func<string, string> address)
    {
        var (batch, changeset) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        var text = new StringBuilder();
        Line($"--{batch}");
        Line($"Content-Type: multipart/mixed; boundary={changeset}");
        Line();
        foreach (var operation in operations)
        {
            Line($"--{changeset}");
            Line("Content-Type: application/http");
            Line("Content-Transfer-Encoding: binary");
            Line();
            Line($"{operation.Method} {address(operation.Path)} HTTP/1.1");
            Line("DataServiceVersion: 3.0");
            Line("Accept: application/json;odata=minimalmetadata");
            foreach (var (name, value) in operation.Headers)
            {
                Line($"{name}: {value}");
            }

            Line();
            Line(operation.Body is null ? "" : Encoding.UTF8.GetString(operation.Body));
        }

        Line($"--{changeset}--");
        Line($"--{batch}--");
        return ($"multipart/mixed; boundary={batch}", Encoding.UTF8.GetBytes(text.ToString()));

        void Line(string line = "") => text.Append(line).Append("\r\n");
    }
}
