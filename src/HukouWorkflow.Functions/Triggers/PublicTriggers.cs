using HukouWorkflow.Http.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>The calls anybody may make. They change nothing, so they need no durable client.</summary>
public sealed class PublicTriggers
{
    private readonly PublicHandlers _handlers;

    /// <summary>Triggers over the handlers both hosts share.</summary>
    public PublicTriggers(PublicHandlers handlers) => _handlers = handlers;

    /// <summary>Estimate from partial facts.</summary>
    [Function(nameof(Estimate))]
    public Task<IResult> Estimate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/estimates")] HttpRequest request) =>
        _handlers.EstimateAsync(request.HttpContext);

    /// <summary>List the cities that have rules.</summary>
    [Function(nameof(ListPolicies))]
    public Task<IResult> ListPolicies([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/policies")] HttpRequest request) =>
        _handlers.ListPoliciesAsync(request.HttpContext);

    /// <summary>Read a city's rules.</summary>
    [Function(nameof(ShowPolicy))]
    public Task<IResult> ShowPolicy([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/policies/{pack}")] HttpRequest request) =>
        _handlers.ShowPolicyAsync(request.HttpContext);

    /// <summary>Live totals.</summary>
    [Function(nameof(ShowStatistics))]
    public Task<IResult> ShowStatistics([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics")] HttpRequest request) =>
        _handlers.StatisticsAsync(request.HttpContext);
}
