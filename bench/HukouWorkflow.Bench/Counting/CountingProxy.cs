using System.Net.Http.Headers;
using HukouWorkflow.Testing.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace HukouWorkflow.Bench.Counting;

/// <summary>Stands before Azurite's table port, notes every request in a ledger, and passes it on unchanged.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private const string AccountPath = $"/{Azurite.AccountName}/";
    private static readonly string[] OfOneConnection = ["Connection", "Transfer-Encoding", "Content-Length", "Keep-Alive"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly WebApplication _app;
    private readonly string _target;
    private readonly CallLedger _ledger;

    private CountingProxy(Azurite azurite, CallLedger ledger)
    {
        _target = azurite.TableEndpoint.GetLeftPart(UriPartial.Authority);
        _ledger = ledger;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    /// <summary>The connection string of Azurite through this proxy.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Azurite.AccountName};AccountKey={Azurite.AccountKey};TableEndpoint={_app.Urls.First()}/{Azurite.AccountName};";

    /// <summary>Starts one on a free loopback port.</summary>
    public static async Task<CountingProxy> StartAsync(Azurite azurite, CallLedger ledger, CancellationToken cancellationToken)
    {
        var proxy = new CountingProxy(azurite, ledger);
        await proxy._app.StartAsync(cancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _ledger.Note(StorageCall.Read(context.Request.Method, context.Request.Path.Value![AccountPath.Length..], context.Request.Headers.ContainsKey("If-Match"), body.ToArray()));

        using var request = Copy(context, body.ToArray());
        using var answer = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in Kept(answer.Headers).Concat(Kept(answer.Content.Headers)))
        {
            context.Response.Headers[name] = new StringValues([.. values]);
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    // The signature covers the address as it was written, so not an escape of it may change.
    private HttpRequestMessage Copy(HttpContext context, byte[] body)
    {
        var address = new Uri(_target + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfOneConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    private static IEnumerable<(string Name, IEnumerable<string> Values)> Kept(HttpHeaders headers) =>
        from header in headers
        where !OfOneConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
        select (header.Key, header.Value);
}
