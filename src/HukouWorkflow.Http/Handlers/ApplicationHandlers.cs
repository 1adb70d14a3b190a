using HukouWorkflow.Core;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Http.Handlers;

/// <summary>The calls an applicant makes about their own case.</summary>
public sealed class ApplicationHandlers
{
    private readonly Guard _guard;
    private readonly CaseDesk _desk;
    private readonly CaseViews _views;
    private readonly PolicyShelf _shelf;
    private readonly PersonKeys _keys;
    private readonly ServiceClock _clock;

    /// <summary>Handlers over a desk and the rules.</summary>
    public ApplicationHandlers(Guard guard, CaseDesk desk, CaseViews views, PolicyShelf shelf, PersonKeys keys, ServiceClock clock)
    {
        _guard = guard;
        _desk = desk;
        _views = views;
        _shelf = shelf;
        _keys = keys;
        _clock = clock;
    }

    /// <summary>Apply, once. 202 means that the application is on the disk.</summary>
    public Task<IResult> SubmitAsync(HttpContext context) => _guard.ForAsync(context, Roles.Applicants, async caller =>
    {
        var problems = new InputProblems();
        var (body, answer, problem) = await ReadAsync(context, caller, problems);
        if (problem is not null)
        {
            return problem;
        }

        var form = StrictJson.Read<ApplicationForm>(body.Span, problems);
        var application = form is null ? null : ApplicationReader.Read(form, _shelf.Current, _clock.Today, _keys.OfAccount(caller.Subject), problems);
        return application is null
            ? await _desk.RepeatAsync(context, answer, []) ?? Problem.OfInput(context, problems)
            : await _desk.OpenAsync(context, application, answer);
    });

    /// <summary>See where a case stands. Where staff look, the view itself is recorded.</summary>
    public Task<IResult> ShowAsync(HttpContext context) => WithCaseAsync(context, Roles.Any, async (caller, state) =>
    {
        state = await _desk.RecordViewAsync(state, caller, context.RequestAborted);
        return TypedResults.Json(await _views.OfAsync(state, context), HukouJson.Output);
    });

    /// <summary>See how the newest evaluation was reached: every rule, its figures, its evidence and its source.</summary>
    public Task<IResult> ExplainAsync(HttpContext context) => WithCaseAsync(context, Roles.Any, async (caller, state) =>
    {
        state = await _desk.RecordViewAsync(state, caller, context.RequestAborted);
        return _views.Explain(state, context) is { } explanation
            ? TypedResults.Json(explanation, HukouJson.Output)
            : Problem.Of(context, StatusCodes.Status404NotFound, "notFound");
    });

    /// <summary>State a fact of one's life: an endorsement, an absence, a move, work, insurance. A claim until a register confirms it.</summary>
    public Task<IResult> StateAsync(HttpContext context) => ChangeAsync<EventForm>(context, Roles.Stating, (form, state, problems) =>
        EventReader.Read(form, state.Facts!, _shelf.Current.Find(state.Application!.Pack), _clock.Today, problems) is { } read
            ? new Change(new CaseCommand.StateFact(read.Fact), read.Personal, read.Warnings)
            : null);

    /// <summary>Add a document. While a person is to decide, the registers are asked again.</summary>
    public Task<IResult> AddEvidenceAsync(HttpContext context) => ChangeAsync<EvidenceForm>(context, Roles.Applicants, (form, _, problems) =>
        EvidenceReader.Read(form, new FormReader(problems, _clock.Today), problems) is { } document
            ? new Change(new CaseCommand.AddEvidence(form.Concerns), new PersonalAmendment { Evidence = document }, [])
            : null);

    /// <summary>Take the application back. The body is an empty object.</summary>
    public Task<IResult> WithdrawAsync(HttpContext context) => ChangeAsync<WithdrawalForm>(
        context,
        Roles.Applicants,
        (_, _, _) => new Change(new CaseCommand.Withdraw(), null, []));

    private static async Task<(ReadOnlyMemory<byte> Body, IdempotentAnswer? Answer, IResult? Problem)> ReadAsync(HttpContext context, Caller caller, InputProblems problems)
    {
        var (body, problem) = await Body.ReadAsync(context);
        return problem is null
            ? (body, IdempotencyKey.Read(context.Request, caller.Subject, body.Span, problems), null)
            : (default, null, problem);
    }

    private Task<IResult> WithCaseAsync(HttpContext context, Role[] roles, Func<Caller, CaseState, Task<IResult>> call) =>
        _guard.ForAsync(context, roles, async caller => await _desk.FindAsync(context, caller) is { } state
            ? await call(caller, state)
            : Problem.Of(context, StatusCodes.Status404NotFound, "notFound"));

    private Task<IResult> ChangeAsync<TForm>(HttpContext context, Role[] roles, Func<TForm, CaseState, InputProblems, Change?> read)
        where TForm : class =>
        WithCaseAsync(context, roles, async (caller, state) =>
        {
            var problems = new InputProblems();
            var (body, answer, problem) = await ReadAsync(context, caller, problems);
            if (problem is not null)
            {
                return problem;
            }

            var form = StrictJson.Read<TForm>(body.Span, problems);
            var change = form is null || state.IsClosed ? null : read(form, state, problems);
            if (change?.Personal?.Member is { } joining && await _desk.KnowsAsync(state.Id, joining, context.RequestAborted))
            {
                problems.Add("/residentId", "household.samePerson");
            }

            if (await _desk.RepeatAsync(context, answer, change?.Warnings ?? []) is { } repeated)
            {
                return repeated;
            }

            return !problems.None ? Problem.OfInput(context, problems)
                : change is null ? Problem.Of(context, StatusCodes.Status409Conflict, "closed")
                : await _desk.ChangeAsync(context, state, change.Command, change.Personal, answer, change.Warnings);
        });

    private sealed record Change(CaseCommand Command, PersonalAmendment? Personal, IReadOnlyList<(string Pointer, string Text)> Warnings);
}
