using HukouWorkflow.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>The calls of whoever runs the service. There is no <c>/metrics</c>: one answer would be one instance's, of many; metrics are exported instead.</summary>
public sealed class OperatorTriggers
{
    private readonly HealthCheckService _health;
    private readonly ContractDocument _contract;

    /// <summary>Triggers over the service's health and its contract.</summary>
    public OperatorTriggers(HealthCheckService health, ContractDocument contract)
    {
        _health = health;
        _contract = contract;
    }

    /// <summary>Whether the process runs: it does, where it answers.</summary>
    [Function(nameof(ShowLive))]
    public IResult ShowLive([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        Answer(request, HealthStatus.Healthy);

    /// <summary>Whether the store can be read.</summary>
    [Function(nameof(ShowReady))]
    public async Task<IResult> ShowReady([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request) =>
        Answer(request, (await _health.CheckHealthAsync(request.HttpContext.RequestAborted)).Status);

    /// <summary>The contract as OpenAPI.</summary>
    [Function(nameof(ShowContract))]
    public async Task<IResult> ShowContract([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi/v1.json")] HttpRequest request) =>
        TypedResults.Text(await _contract.ReadAsync(request.HttpContext.RequestAborted), "application/json;charset=utf-8");

    private static ContentHttpResult Answer(HttpRequest request, HealthStatus status)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store, no-cache";
        return TypedResults.Text(status.ToString(), "text/plain", statusCode: status is HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
