using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Protocol;

/// <summary>Sends requests to one account's tables.</summary>
internal sealed class TablesPipeline(Uri endpoint, TableClientOptions options, HttpPipelinePolicy authorization)
{
    private const string Json = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
    {
        PerRetryPolicies = { authorization },
        RequestFailedDetailsParser = new ODataErrorParser(),
    });

    /// <summary>The absolute address of a path under the endpoint.</summary>
    public string Address(string path) => $"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}";

    /// <summary>Sends a request and gives the answer, if its status is 2xx or <paramref name="accepted"/>.</summary>
    /// <exception cref="RequestFailedException">The answer has any other status.</exception>
    public async Task<Response> SendAsync(
        RequestMethod method, string path, IEnumerable<(string Name, string Value)> headers, byte[] body, int? accepted, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(Address(path)));
        request.Headers.Add("x-ms-version", options.Version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", Json);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (body is not null)
        {
            request.Content = RequestContent.Create(body);
        }

        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.Status is >= 200 and < 300 || message.Response.Status == accepted
            ? message.Response
            : throw new RequestFailedException(message.Response);
    }
}
