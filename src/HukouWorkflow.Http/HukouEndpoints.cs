using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Handlers;
using HukouWorkflow.Http.Problems;
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
        routes.MapFallback((HttpContext context) => Problem.Of(context, StatusCodes.Status404NotFound, "notFound")).ExcludeFromDescription();
    }

    private static void MapApplications(IEndpointRouteBuilder routes, ApplicationHandlers applications)
    {
        var group = routes.MapGroup("/api/applications").WithTags("Applications");
        Changes<ApplicationForm>(group, "/", applications.SubmitAsync, "submitApplication", "Apply, once")
            .ProducesProblem(StatusCodes.Status409Conflict);
        Shows<CaseView>(group, "/{id}", applications.ShowAsync, "showApplication", "See where a case stands");
        Shows<ExplanationView>(group, "/{id}/explanation", applications.ExplainAsync, "explainApplication", "See how the newest evaluation was reached");
        OfCase(Changes<EventForm>(group, "/{id}/events", applications.StateAsync, "stateEvent", "State a fact of one's life"));
        OfCase(Changes<EvidenceForm>(group, "/{id}/evidence", applications.AddEvidenceAsync, "addEvidence", "Add a document"));
        OfCase(Changes<WithdrawalForm>(group, "/{id}/withdrawal", applications.WithdrawAsync, "withdrawApplication", "Take the application back"));
    }

    private static void MapCases(IEndpointRouteBuilder routes, StaffHandlers staff)
    {
        var group = routes.MapGroup("/api/cases").WithTags("Cases");
        Shows<ListView<CaseItemView>>(group, "/", staff.ListAsync, "listCases", "List cases, most urgent first");
        Shows<StaffCaseView>(group, "/{id}", staff.ShowAsync, "showCase", "See a case; the view itself is recorded");
        Shows<ListView<JournalEntryView>>(group, "/{id}/journal", staff.JournalAsync, "showJournal", "Read a case's journal; the view itself is recorded");
        Shows<OrchestrationStatus>(group, "/{id}/orchestration", staff.OrchestrationAsync, "showOrchestration", "See how the runtime sees a case");
    }

    private static void MapPublic(IEndpointRouteBuilder routes, PublicHandlers open)
    {
        var group = routes.MapGroup("/api").WithTags("Public").RequireRateLimiting(AnonymousLimit.Policy);
        group.MapPost("/estimates", (Delegate)open.EstimateAsync)
            .Accepts<EstimateForm>("application/json")
            .Produces<EstimateView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("estimate").WithSummary("Estimate from partial facts; nothing is stored");
        Open<ListView<PackItemView>>(group, "/policies", open.ListPoliciesAsync, "listPolicies", "List the cities' rules");
        Open<PackView>(group, "/policies/{pack}", open.ShowPolicyAsync, "showPolicy", "Read a city's rules")
            .ProducesProblem(StatusCodes.Status404NotFound);
        Open<StatisticsView>(group, "/statistics", open.StatisticsAsync, "statistics", "Live totals; small groups are suppressed");
    }

    private static RouteHandlerBuilder Changes<TForm>(RouteGroupBuilder group, string pattern, Delegate handler, string name, string summary)
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
        .WithName(name).WithSummary(summary);

    private static void OfCase(RouteHandlerBuilder call) => call
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static void Shows<TView>(RouteGroupBuilder group, string pattern, Delegate handler, string name, string summary) => group.MapGet(pattern, handler)
        .Produces<TView>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithName(name).WithSummary(summary);

    private static RouteHandlerBuilder Open<TView>(RouteGroupBuilder group, string pattern, Delegate handler, string name, string summary) => group.MapGet(pattern, handler)
        .Produces<TView>()
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .WithName(name).WithSummary(summary);
}
