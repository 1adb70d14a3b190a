using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Agencies.Tests;

/// <summary>A server that answers as a test says, and keeps what it received.</summary>
internal sealed class ScriptedAgency : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedAgency(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public int Received { get; private set; }

    public string Target { get; private set; } = "";

    public string Headers { get; private set; } = "";

    public string Body { get; private set; } = "";

    public static Task<ScriptedAgency> AnsweringAsync(string body, string contentType = "application/json", int status = 200) =>
        StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body);
        });

    public static async Task<ScriptedAgency> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var agency = new ScriptedAgency(builder.Build());
        agency._app.Run(async context =>
        {
            await agency.KeepAsync(context.Request);
            await answer(context);
        });
        await agency._app.StartAsync();
        return agency;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task KeepAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        Received++;
        Target = request.Path + request.QueryString;
        Headers = string.Join('\n', request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        Body = await reader.ReadToEndAsync();
    }
}
