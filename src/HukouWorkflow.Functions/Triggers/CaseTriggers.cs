using HukouWorkflow.Http.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>The calls staff make.</summary>
public sealed class CaseTriggers
{
    private readonly DurableCall _call;
    private readonly StaffHandlers _handlers;

    /// <summary>Triggers over the handlers both hosts share.</summary>
    public CaseTriggers(DurableCall call, StaffHandlers handlers)
    {
        _call = call;
        _handlers = handlers;
    }

    /// <summary>List the cases of one's districts.</summary>
    [Function(nameof(ListCases))]
    public Task<IResult> ListCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.ListAsync);

    /// <summary>See a case.</summary>
    [Function(nameof(ShowCase))]
    public Task<IResult> ShowCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.ShowAsync);

    /// <summary>See a case's journal.</summary>
    [Function(nameof(ShowJournal))]
    public Task<IResult> ShowJournal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{id}/journal")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.JournalAsync);

    /// <summary>See the durable instance that drives a case.</summary>
    [Function(nameof(ShowOrchestration))]
    public Task<IResult> ShowOrchestration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{id}/orchestration")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.OrchestrationAsync);
}
