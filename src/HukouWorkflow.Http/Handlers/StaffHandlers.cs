using System.Globalization;
using System.Text.Json;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Problems;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace HukouWorkflow.Http.Handlers;

/// <summary>The calls staff make to see cases. Looking at one case is itself recorded.</summary>
public sealed class StaffHandlers
{
    private static readonly string[] ListParameters = ["district", "status", "dueBefore", "assignee", "cursor", "limit"];
    private static readonly string[] PageParameters = ["cursor", "limit"];

    private readonly Guard _guard;
    private readonly CaseDesk _desk;
    private readonly CaseViews _views;
    private readonly ICaseStore _store;
    private readonly ICaseRuntime _runtime;
    private readonly CursorSeal _cursors;

    /// <summary>Handlers over a desk and a store.</summary>
    public StaffHandlers(Guard guard, CaseDesk desk, CaseViews views, ICaseStore store, ICaseRuntime runtime, CursorSeal cursors)
    {
        _guard = guard;
        _desk = desk;
        _views = views;
        _store = store;
        _runtime = runtime;
        _cursors = cursors;
    }

    /// <summary>List cases, most urgent first.</summary>
    public Task<IResult> ListAsync(HttpContext context) => _guard.ForAsync(context, Roles.Staff, async caller =>
    {
        var problems = new InputProblems();
        var query = new QueryReader(context.Request.Query, problems);
        query.KnowOnly(ListParameters);
        var districts = query.Divisions("district");
        var statuses = query.Words<CaseStatus>("status");
        var dueBefore = query.Day("dueBefore");
        var limit = query.Limit();
        var scope = caller.Role == Role.Caseworker ? districts ?? caller.Districts : districts;
        var list = string.Join('|', "cases", Text(scope), Text(statuses), dueBefore, query.Text("assignee"));
        var after = ReadPosition(query, list, problems);
        if (!problems.None)
        {
            return Problem.OfInput(context, problems);
        }

        if (districts?.FirstOrDefault(district => !caller.IsResponsibleFor(district)) is { Value: not 0 } foreign)
        {
            return Problem.WithDetail(context, StatusCodes.Status403Forbidden, "forbidden", "problem.forbiddenDistrict.detail", foreign);
        }

        // Nobody can be assigned yet, so whoever asks for somebody's cases gets none.
        IReadOnlyList<CaseSummary> cases = query.Text("assignee") is null && scope is not { Count: 0 }
            ? await _store.ListAsync(new CaseQuery(scope, statuses, dueBefore, after, limit + 1), context.RequestAborted)
            : [];
        var page = cases.Take(limit).ToList();
        var cursor = cases.Count > limit ? _cursors.Seal(list, Place(page[^1])) : null;
        return TypedResults.Json(
            new ListView<CaseItemView>([.. page.Select(item => new CaseItemView(item.Id, item.Status, item.Since, item.District, item.Due))], cursor),
            HukouJson.Output);
    });

    /// <summary>See a case. The view itself is recorded.</summary>
    public Task<IResult> ShowAsync(HttpContext context) => ViewedAsync(context, async state => TypedResults.Json(
        new StaffCaseView(
            await _views.OfAsync(state, context),
            state.ResponsibleDistrict(),
            state.ReceivedAt,
            state.Version,
            state.Application!.LandElection),
        HukouJson.Output));

    /// <summary>Read a case's journal in order, with its hash chain. The view itself is recorded.</summary>
    public Task<IResult> JournalAsync(HttpContext context)
    {
        var problems = new InputProblems();
        var query = new QueryReader(context.Request.Query, problems);
        query.KnowOnly(PageParameters);
        var limit = query.Limit();
        return ViewedAsync(context, async state =>
        {
            var list = $"journal|{state.Id}";
            var after = 0;
            if (query.Text("cursor") is { } cursor && !int.TryParse(_cursors.Open(list, cursor), NumberStyles.None, CultureInfo.InvariantCulture, out after))
            {
                problems.Add("cursor", "input.cursor");
            }

            if (!problems.None)
            {
                return Problem.OfInput(context, problems);
            }

            var entries = await _store.ReadJournalAsync(state.Id, after, limit + 1, context.RequestAborted);
            var page = entries.Take(limit).Select(entry => new JournalEntryView(
                entry.Version,
                entry.At,
                Convert.ToHexStringLower(entry.Hash.Span),
                JsonElement.Parse(EventJson.Write(entry.Event)))).ToList();
            return TypedResults.Json(
                new ListView<JournalEntryView>(page, entries.Count > limit ? _cursors.Seal(list, page[^1].Version.ToString(CultureInfo.InvariantCulture)) : null),
                HukouJson.Output);
        });
    }

    /// <summary>See how the runtime that drives a case sees it. The view itself is recorded.</summary>
    public Task<IResult> OrchestrationAsync(HttpContext context) => ViewedAsync(context, async state =>
        await _runtime.DescribeAsync(state.Id, context.RequestAborted) is { } status
            ? TypedResults.Json(status, HukouJson.Output)
            : Problem.Of(context, StatusCodes.Status404NotFound, "notFound"));

    private Task<IResult> ViewedAsync(HttpContext context, Func<CaseState, Task<IResult>> show) =>
        _guard.ForAsync(context, Roles.Staff, async caller => await _desk.FindAsync(context, caller) is { } state
            ? await show(await _desk.RecordViewAsync(state, caller, context.RequestAborted))
            : Problem.Of(context, StatusCodes.Status404NotFound, "notFound"));

    private CasePosition? ReadPosition(QueryReader query, string list, InputProblems problems)
    {
        if (query.Text("cursor") is not { } cursor)
        {
            return null;
        }

        if (_cursors.Open(list, cursor)?.Split('|') is [var due, var id] && CaseId.TryParse(id, out var last))
        {
            return new CasePosition(LocalDatePattern.Iso.Parse(due).TryGetValue(default, out var day) ? day : null, last);
        }

        problems.Add("cursor", "input.cursor");
        return null;
    }

    private static string Place(CaseSummary last) => $"{(last.Due is { } due ? LocalDatePattern.Iso.Format(due) : string.Empty)}|{last.Id}";

    private static string Text<T>(IEnumerable<T>? values) => values is null ? string.Empty : string.Join(',', values);
}
