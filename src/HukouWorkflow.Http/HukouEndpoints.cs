using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Handlers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Http;

/// <summary>The calls of the contract, as routes. What is said here of bodies and answers is what OpenAPI shows.</summary>
public static class HukouEndpoints
{
    /// <summary>Maps every call.</summary>
    public static void MapHukou(this IEndpointRouteBuilder routes)
    {
        MapApplications(routes, routes.ServiceProvider.GetRequiredService<ApplicationHandlers>());
        MapCases(routes, routes.ServiceProvider.GetRequiredService<StaffHandlers>());
        MapPublic(routes, routes.ServiceProvider.GetRequiredService<PublicHandlers>());
    }

    private static void MapApplications(IEndpointRouteBuilder routes, ApplicationHandlers applications)
    {
        var group = routes.MapGroup("/api/applications").WithTags("Applications");
        Changes<ApplicationForm>(group, "/", applications.SubmitAsync, "submitApplication")
            .ProducesProblem(StatusCodes.Status409Conflict);
        Shows<CaseView>(group, "/{id}", applications.ShowAsync, "showApplication");
        Shows<ExplanationView>(group, "/{id}/explanation", applications.ExplainAsync, "explainApplication");
        OfCase(Changes<EventForm>(group, "/{id}/events", applications.StateAsync, "stateEvent"));
        OfCase(Changes<EvidenceForm>(group, "/{id}/evidence", applications.AddEvidenceAsync, "addEvidence"));
        OfCase(Changes<WithdrawalForm>(group, "/{id}/withdrawal", applications.WithdrawAsync, "withdrawApplication"));
    }

    private static void MapCases(IEndpointRouteBuilder routes, StaffHandlers staff)
    {
        var group = routes.MapGroup("/api/cases").WithTags("Cases");
        Shows<ListView<CaseItemView>>(group, "/", staff.ListAsync, "listCases");
        Shows<StaffCaseView>(group, "/{id}", staff.ShowAsync, "showCase");
        Shows<ListView<JournalEntryView>>(group, "/{id}/journal", staff.JournalAsync, "showJournal");
        Shows<OrchestrationStatus>(group, "/{id}/orchestration", staff.OrchestrationAsync, "showOrchestration");
    }

    private static void MapPublic(IEndpointRouteBuilder routes, PublicHandlers open)
    {
        var group = routes.MapGroup("/api").WithTags("Public");
        group.MapPost("/estimates", (Delegate)open.EstimateAsync)
            .Accepts<EstimateForm>("application/json")
            .Produces<EstimateView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AddOpenApiOperationTransformer(OpenApiDocument.AddComparisonAsync)
            .WithName("estimate");
        Open<ListView<PackItemView>>(group, "/policies", open.ListPoliciesAsync, "listPolicies");
        Open<PackView>(group, "/policies/{pack}", open.ShowPolicyAsync, "showPolicy")
            .ProducesProblem(StatusCodes.Status404NotFound);
        Open<StatisticsView>(group, "/statistics", open.StatisticsAsync, "statistics");
    }

    private static RouteHandlerBuilder Changes<TForm>(RouteGroupBuilder group, string pattern, Delegate handler, string name)
        where TForm : notnull => group.MapPost(pattern, handler)
        .Accepts<TForm>("application/json")
        .Produces<AcceptedView>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .WithMetadata(new TakesIdempotencyKey())
        .WithName(name);

    private static void OfCase(RouteHandlerBuilder call) => call
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static void Shows<TView>(RouteGroupBuilder group, string pattern, Delegate handler, string name) => group.MapGet(pattern, handler)
        .Produces<TView>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithName(name);

    private static RouteHandlerBuilder Open<TView>(RouteGroupBuilder group, string pattern, Delegate handler, string name) => group.MapGet(pattern, handler)
        .Produces<TView>()
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .WithName(name);
}
