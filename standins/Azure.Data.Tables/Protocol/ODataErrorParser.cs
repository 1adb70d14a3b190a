using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads the code and message of an error from the service's JSON.</summary>
internal sealed class ODataErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        data = null;
        error = response.ContentStream is null ? null : Read(response.Content);
        return error is not null;
    }

    internal static ResponseError Read(BinaryData body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("odata.error", out var error)
                ? new ResponseError(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString())
                : null;
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: there is no code to read, and the status says the rest.
            return null;
        }
    }
}
