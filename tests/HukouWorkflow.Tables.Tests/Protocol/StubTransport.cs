using System.Net;
using System.Net.Http.Json;
using Azure.Core.Pipeline;

namespace HukouWorkflow.Tables.Tests.Protocol;

/// <summary>A service that gives the same answers in turn, the last one ever after, and keeps what it was asked.</summary>
internal sealed class StubTransport : HttpMessageHandler
{
    private readonly Func<HttpResponseMessage>[] _answers;

    public StubTransport(params Func<HttpResponseMessage>[] answers)
    {
        _answers = answers;
        Transport = new HttpClientTransport(this);
    }

    public HttpClientTransport Transport { get; }

    public List<HttpRequestMessage> Requests { get; } = [];

    public static HttpResponseMessage Error(HttpStatusCode status, string code) => new(status)
    {
        Content = JsonContent.Create(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["odata.error"] = new { code, message = new { lang = "en-US", value = "No." } },
        }),
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(_answers[Math.Min(Requests.Count, _answers.Length) - 1]());
    }
}
