using HukouWorkflow.Core;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Http.Problems;
using HukouWorkflow.Http.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HukouWorkflow.Http.Handlers;

/// <summary>What the handlers of cases share: finding a case for a caller, changing it, and answering.</summary>
public sealed class CaseDesk
{
    private readonly ICaseStore _store;
    private readonly CaseLedger _ledger;
    private readonly ICaseRuntime _runtime;
    private readonly IPersonalDataVault _vault;
    private readonly PersonKeys _keys;
    private readonly ServiceClock _clock;

    /// <summary>A desk over a store and the runtime that drives its cases.</summary>
    public CaseDesk(
        ICaseStore store,
        CaseLedger ledger,
        ICaseRuntime runtime,
        IPersonalDataVault vault,
        PersonKeys keys,
        ServiceClock clock)
    {
        _store = store;
        _ledger = ledger;
        _runtime = runtime;
        _vault = vault;
        _keys = keys;
        _clock = clock;
    }

    /// <summary>
    /// The case in the address, if the caller may see it. One that is not there and one that is another's are told apart
    /// neither by the answer nor by what it costs.
    /// </summary>
    internal async Task<CaseState?> FindAsync(HttpContext context, Caller caller)
    {
        if (!CaseId.TryParse(context.Request.RouteValues["id"] as string, out var id)
            || await _store.FindAccessAsync(id, context.RequestAborted) is not { } access)
        {
            return null;
        }

        var may = caller.IsStaff ? caller.IsResponsibleFor(access.District) : access.Applicant == _keys.OfAccount(caller.Subject);
        return may ? await _store.LoadAsync(id, context.RequestAborted) : null;
    }

    /// <summary>Takes down that staff looked at a case; an applicant's look at their own is nobody's business.</summary>
    internal async Task<CaseState> RecordViewAsync(CaseState state, Caller caller, CancellationToken cancellationToken)
    {
        if (!caller.IsStaff)
        {
            return state;
        }

        var view = new CaseCommand.View(caller.Subject, Roles.NameOf(caller.Role));
        return await _ledger.CarryOutAsync(state, [view], null, cancellationToken) is LedgerResult.Done done ? done.State : state;
    }

    /// <summary>
    /// Whether somebody is of a case's household already, or its applicant: a person stated twice would be granted their
    /// benefits twice.
    /// </summary>
    internal async Task<bool> KnowsAsync(CaseId id, PersonalMember person, CancellationToken cancellationToken)
    {
        var known = _vault.Unseal(await _store.ReadPersonalAsync(id, cancellationToken));
        return known.Household.Select(member => member.ResidentId).Append(known.ResidentId).Contains(person.ResidentId, StringComparer.Ordinal);
    }

    /// <summary>Opens a case.</summary>
    internal Task<IResult> OpenAsync(HttpContext context, ApplicationRead application, IdempotentAnswer? answer)
    {
        // The id carries the service's own time, so that cases sort by when they were received.
        var id = new CaseId(Guid.CreateVersion7(_clock.Now.ToDateTimeOffset()));
        var enclosure = new Enclosure(_keys.Of(application.Id), _vault.Seal(new PersonalAmendment { Whole = application.Personal }), answer);
        return ChangeAsync(context, CaseState.Before(id), new CaseCommand.Submit(application.Received), enclosure, application.Warnings);
    }

    /// <summary>Changes a case.</summary>
    internal Task<IResult> ChangeAsync(
        HttpContext context,
        CaseState state,
        CaseCommand command,
        PersonalAmendment? personal,
        IdempotentAnswer? answer,
        IReadOnlyList<(string Pointer, string Text)> warnings) =>
        // A bare null would become empty bytes here, and be sealed data that nothing can unseal.
        ChangeAsync(context, state, command, new Enclosure(null, personal is null ? default(ReadOnlyMemory<byte>?) : _vault.Seal(personal), answer), warnings);

    /// <summary>The answer given before under a call's idempotency key, or null where there is none.</summary>
    internal async Task<IResult?> RepeatAsync(HttpContext context, IdempotentAnswer? answer, IReadOnlyList<(string Pointer, string Text)> warnings) =>
        answer is not null && await _store.FindAnswerAsync(answer.Key, context.RequestAborted) is { } before
            ? Repeat(context, answer, before, warnings)
            : null;

    private async Task<IResult> ChangeAsync(
        HttpContext context,
        CaseState state,
        CaseCommand command,
        Enclosure enclosure,
        IReadOnlyList<(string Pointer, string Text)> warnings)
    {
        switch (await _ledger.CarryOutAsync(state, [command], enclosure, context.RequestAborted))
        {
            case LedgerResult.Done done:
                // The change is on the disk already; not even a broken connection may keep the case waiting.
                await _runtime.WakeAsync(done.State.Id, done.Effects.NextWake, CancellationToken.None);
                return Accepted(context, done.State.Id, done.State.Version, warnings);
            case LedgerResult.AnsweredBefore before:
                return Repeat(context, enclosure.Answer!, before.Answer, warnings);
            case LedgerResult.PersonHasOpenCase:
                return Problem.Of(context, StatusCodes.Status409Conflict, "openCase");
            case LedgerResult.Rejected { Why: Rejection.AlreadyGranted }:
                return Problem.Of(context, StatusCodes.Status409Conflict, "alreadyGranted");
            case LedgerResult.Rejected { Why: Rejection.NoSuchCase }:
                return Problem.Of(context, StatusCodes.Status404NotFound, "notFound");
            default:
                return Problem.Of(context, StatusCodes.Status409Conflict, "closed");
        }
    }

    private static IResult Repeat(
        HttpContext context,
        IdempotentAnswer now,
        IdempotentAnswer before,
        IReadOnlyList<(string Pointer, string Text)> warnings) =>
        now.Body.Span.SequenceEqual(before.Body.Span)
            ? Accepted(context, before.Case, before.Version, warnings)
            : Problem.Of(context, StatusCodes.Status422UnprocessableEntity, "keyReused");

    private static JsonHttpResult<AcceptedView> Accepted(HttpContext context, CaseId id, int version, IReadOnlyList<(string Pointer, string Text)> warnings)
    {
        var culture = HumanText.LanguageOf(context.Request);
        var links = Links.Of(id);
        context.Response.Headers.Location = links.Self;
        context.Response.Headers.RetryAfter = "1";
        return TypedResults.Json(
            new AcceptedView(id, version, [.. warnings.Select(warning => new WarningView(warning.Pointer, HumanText.Get(culture, warning.Text)))], links),
            HukouJson.Output,
            statusCode: StatusCodes.Status202Accepted);
    }
}
