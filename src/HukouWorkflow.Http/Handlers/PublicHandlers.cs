using HukouWorkflow.Core;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Problems;
using HukouWorkflow.Http.Texts;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Http.Handlers;

/// <summary>The calls anybody may make. Nothing is stored.</summary>
public sealed class PublicHandlers
{
    private readonly Guard _guard;
    private readonly PolicyShelf _shelf;
    private readonly ICaseStore _store;
    private readonly ServiceClock _clock;

    /// <summary>Handlers over the rules and a store.</summary>
    public PublicHandlers(Guard guard, PolicyShelf shelf, ICaseStore store, ServiceClock clock)
    {
        _guard = guard;
        _shelf = shelf;
        _store = store;
        _clock = clock;
    }

    /// <summary>Estimate from partial facts: which route, met when, what is missing. Nothing is stored.</summary>
    public Task<IResult> EstimateAsync(HttpContext context) => _guard.ForAnyoneAsync(context, async () =>
    {
        var (body, problem) = await Body.ReadAsync(context);
        if (problem is not null)
        {
            return problem;
        }

        var problems = new InputProblems();
        var form = StrictJson.Read<EstimateForm>(body.Span, problems);
        return form is not null && EstimateReader.Read(form, _shelf.Current, _clock.Today, problems) is { } read
            ? Estimates.Answer(read, _clock.Today, HumanText.LanguageOf(context.Request))
            : Problem.OfInput(context, problems);
    });

    /// <summary>List the cities that have rules.</summary>
    public Task<IResult> ListPoliciesAsync(HttpContext context) => _guard.ForAnyoneAsync(context, () => Task.FromResult<IResult>(TypedResults.Json(
        new ListView<PackItemView>([.. _shelf.Current.Packs.Select(pack => new PackItemView(pack.Id, pack.Title, pack.Cities[0], [.. pack.Versions.Select(version => version.From)]))], null),
        HukouJson.Output)));

    /// <summary>Read a city's rules: every value with its date, its source, and whether that was verified.</summary>
    public Task<IResult> ShowPolicyAsync(HttpContext context) => _guard.ForAnyoneAsync(context, () => Task.FromResult(
        _shelf.Current.Find(context.Request.RouteValues["pack"] as string ?? string.Empty) is { } pack
            ? TypedResults.Json(PackView.Of(pack), HukouJson.Output)
            : Problem.Of(context, StatusCodes.Status404NotFound, "notFound")));

    /// <summary>Live totals. Groups under ten people are suppressed.</summary>
    public Task<IResult> StatisticsAsync(HttpContext context) => _guard.ForAnyoneAsync(context, async () =>
        TypedResults.Json(Statistics.Of(await _store.CountAsync(context.RequestAborted), _clock.Now), HukouJson.Output));
}
