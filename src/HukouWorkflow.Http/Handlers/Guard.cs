using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Input;
using HukouWorkflow.Http.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Http.Handlers;

/// <summary>
/// What stands before every handler, alike on both hosts: it turns what a handler cannot foresee into an answer, and lets
/// in only who may.
/// </summary>
public sealed partial class Guard
{
    private readonly AnonymousLimit _limit;
    private readonly ILogger<Guard> _logger;

    /// <summary>A guard that limits anonymous calls, and logs what went wrong.</summary>
    public Guard(AnonymousLimit limit, ILogger<Guard> logger)
    {
        _limit = limit;
        _logger = logger;
    }

    /// <summary>Runs a call that anybody may make, as often as one address may.</summary>
    public async Task<IResult> ForAnyoneAsync(HttpContext context, Func<Task<IResult>> call) =>
        _limit.Refuse(context) ?? await AnswerAsync(context, call);

    /// <summary>Runs a call that only certain roles may make.</summary>
    public Task<IResult> ForAsync(HttpContext context, Role[] roles, Func<Caller, Task<IResult>> call) => AnswerAsync(context, async () =>
    {
        var authentication = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (!authentication.Succeeded)
        {
            return Problem.Of(context, StatusCodes.Status401Unauthorized, "unauthenticated");
        }

        return Caller.From(authentication.Principal) is { } caller && roles.Contains(caller.Role)
            ? await call(caller)
            : Problem.Of(context, StatusCodes.Status403Forbidden, "forbidden", string.Join(", ", roles.Select(Roles.NameOf)));
    });

    private async Task<IResult> AnswerAsync(HttpContext context, Func<Task<IResult>> call)
    {
        try
        {
            return await call();
        }
        catch (StoreUnavailableException unavailable)
        {
            LogUnavailable(unavailable);
            return Problem.Of(context, StatusCodes.Status503ServiceUnavailable, "unavailable");
        }
        catch (CorruptJournalException corrupt)
        {
            LogCorrupt(corrupt.Id, corrupt.Version, corrupt.Fault);
            return Problem.Of(context, StatusCodes.Status500InternalServerError, "corrupt");
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problem.Of(context, bad.StatusCode, "tooLarge", Body.MaxBytes)
                : Problem.Of(context, bad.StatusCode, "badRequest");
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            LogFault(fault);
            return Problem.Of(context, StatusCodes.Status500InternalServerError, "internal");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store could not take or give anything; the caller was asked to try again")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The journal of case {CaseId} is broken at entry {Version}: {Fault}")]
    private partial void LogCorrupt(CaseId caseId, int version, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A call failed unexpectedly")]
    private partial void LogFault(Exception exception);
}
