using HukouWorkflow.Http.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>The calls an applicant makes about their own case.</summary>
public sealed class ApplicationTriggers
{
    private readonly DurableCall _call;
    private readonly ApplicationHandlers _handlers;

    /// <summary>Triggers over the handlers both hosts share.</summary>
    public ApplicationTriggers(DurableCall call, ApplicationHandlers handlers)
    {
        _call = call;
        _handlers = handlers;
    }

    /// <summary>Apply, once.</summary>
    [Function(nameof(SubmitApplication))]
    public Task<IResult> SubmitApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.SubmitAsync);

    /// <summary>See where a case stands.</summary>
    [Function(nameof(ShowApplication))]
    public Task<IResult> ShowApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.ShowAsync);

    /// <summary>See how the newest evaluation was reached.</summary>
    [Function(nameof(ExplainApplication))]
    public Task<IResult> ExplainApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id}/explanation")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.ExplainAsync);

    /// <summary>State a fact of one's life.</summary>
    [Function(nameof(StateEvent))]
    public Task<IResult> StateEvent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id}/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.StateAsync);

    /// <summary>Add a document.</summary>
    [Function(nameof(AddEvidence))]
    public Task<IResult> AddEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id}/evidence")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.AddEvidenceAsync);

    /// <summary>Take the application back.</summary>
    [Function(nameof(WithdrawApplication))]
    public Task<IResult> WithdrawApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id}/withdrawal")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _call.RunAsync(request, client, _handlers.WithdrawAsync);
}
