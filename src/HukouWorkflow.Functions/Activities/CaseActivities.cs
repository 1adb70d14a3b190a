using System.Text.Json;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Orchestrators;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HukouWorkflow.Functions.Activities;

/// <summary>What orchestrations do in the world: each activity reads the case, does one thing, and writes what came of it before it answers. Each may run twice.</summary>
public sealed partial class CaseActivities
{
    private readonly CaseStepper _stepper;
    private readonly FunctionsMeter _meter;
    private readonly ILogger<CaseActivities> _logger;

    /// <summary>Activities over the step both hosts run.</summary>
    public CaseActivities(CaseStepper stepper, FunctionsMeter meter, ILogger<CaseActivities> logger)
    {
        _stepper = stepper;
        _meter = meter;
        _logger = logger;
    }

    /// <summary>Applies whatever has fallen due, and says what the case owes now.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    [Function(nameof(AdvanceCase))]
    public async Task<CaseStep> AdvanceCase([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        try
        {
            return await _stepper.AdvanceAsync(Read(caseId), cancellationToken) is { } done
                ? Describe(done)
                : new CaseStep("unknown", Closed: true, null, [], []);
        }
        catch (CorruptJournalException corrupt)
        {
            // Trying again mends nothing. The instance stays, and goes on once the case is restored and woken.
            _meter.Quarantined();
            LogCorrupt(corrupt.Id, corrupt.Version, corrupt.Fault);
            return new CaseStep("quarantined", Closed: false, null, [], []);
        }
    }

    /// <summary>Asks one register, if that is still owed, and writes down its answer or its silence.</summary>
    [Function(nameof(AskRegister))]
    public async Task AskRegister([ActivityTrigger] DueEffect check, CancellationToken cancellationToken) => await PerformAsync(check, cancellationToken);

    /// <summary>Requests one benefit, if that is still owed, and writes down the grant or the failure.</summary>
    [Function(nameof(RequestBenefit))]
    public async Task RequestBenefit([ActivityTrigger] DueEffect benefit, CancellationToken cancellationToken)
    {
        var done = await PerformAsync(benefit, cancellationToken);
        if (done?.State.Benefits.Any(request => request.Effect == benefit.No && request.Status == BenefitStatus.Escalated) == true)
        {
            _meter.Escalated(benefit.Agency);
            LogEscalated(benefit.Agency, benefit.CaseId);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static CaseId Read(string caseId) =>
        CaseId.TryParse(caseId, out var id) ? id : throw new ArgumentException("An orchestration's instance id must be a case id.", nameof(caseId));

    // What it results in is the case. No activity may hand that on: what activities answer is kept in histories.
    private Task<LedgerResult.Done?> PerformAsync(DueEffect effect, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return _stepper.PerformAsync(new EffectKey(Read(effect.CaseId), effect.No), cancellationToken);
    }

    private CaseStep Describe(LedgerResult.Done done)
    {
        var id = done.State.Id.ToString();
        var due = _stepper.DueOf(done);
        return new CaseStep(
            Word(done.State.Status),
            done.State.IsClosed,
            done.Effects.NextWake is { } wake ? Instant.Max(wake, done.State.LastAt).ToDateTimeUtc() : null,
            [.. due.OfType<OwedEffect.AskRegister>().Select(ask => new DueEffect(id, ask.No, Word(ask.Register)))],
            [.. due.OfType<OwedEffect.RequestBenefit>().Select(request => new DueEffect(id, request.No, Word(request.Kind)))]);
    }

    [LoggerMessage(Level = LogLevel.Critical, EventName = "CaseQuarantined", Message = "Case {CaseId} is quarantined: its journal is broken at entry {Version}: {Fault}")]
    private partial void LogCorrupt(CaseId caseId, int version, string fault);

    [LoggerMessage(Level = LogLevel.Error, EventName = "BenefitEscalated", Message = "The benefit {Benefit} of case {CaseId} is not granted after all attempts: a caseworker has it now, and it is asked for again every week")]
    private partial void LogEscalated(string benefit, string caseId);
}
