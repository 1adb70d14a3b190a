using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Bench.Hosting;

/// <summary>Kestrel as the service sets it up, with one endpoint that reads the body and answers a constant 202: what HTTP itself costs here.</summary>
internal static class ConstantHost
{
    private const string Location = "/api/applications/019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55";
    private static readonly byte[] Answer = """{"id":"019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55","status":"received"}"""u8.ToArray();

    /// <summary>Starts it.</summary>
    public static async Task<WebApplication> StartAsync(string urls, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health/ready", () => "Healthy");
        app.MapGet("/metrics", () => "");
        app.MapPost("/api/applications", (RequestDelegate)AnswerAsync);
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }

        reader.AdvanceTo(read.Buffer.End);
        var response = context.Response;
        response.StatusCode = StatusCodes.Status202Accepted;
        response.Headers.Location = Location;
        response.ContentType = "application/json";
        response.ContentLength = Answer.Length;
        response.BodyWriter.Write(Answer);
    }
}
