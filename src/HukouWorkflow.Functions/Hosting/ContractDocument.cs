using HukouWorkflow.Http;
using HukouWorkflow.Http.Handlers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>
/// The OpenAPI document. Triggers carry no description of bodies and answers; the endpoints the local host maps do. So they
/// are mapped here once more, in an application that never listens, and the document of both hosts is one.
/// </summary>
public sealed class ContractDocument
{
    private readonly Lazy<Task<string>> _document;

    /// <summary>The document of the handlers in service.</summary>
    public ContractDocument(ApplicationHandlers applications, StaffHandlers staff, PublicHandlers open) =>
        _document = new(() => WriteAsync(applications, staff, open));

    /// <summary>The document, as JSON; made by the first who asks.</summary>
    public Task<string> ReadAsync(CancellationToken cancellationToken) => _document.Value.WaitAsync(cancellationToken);

    private static async Task<string> WriteAsync(ApplicationHandlers applications, StaffHandlers staff, PublicHandlers open)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHukouOpenApi();
        builder.Services.AddSingleton(applications).AddSingleton(staff).AddSingleton(open);
        await using var app = builder.Build();
        app.UseRouting();
        app.MapHukou();

        // It is what makes the mapped endpoints known to whoever describes them; else the start of the application would.
        app.UseEndpoints(_ => { });
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    }
}
