using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Core;

/// <summary>
/// The one step both hosts run: load the case, apply whatever has fallen due, perform the effects owed, append what came
/// back, and say when to wake next. It may be interrupted anywhere and run again: facts are on the disk before effects are
/// attempted, and every effect carries a key that makes it happen once.
/// </summary>
public sealed class CaseStepper
{
    private readonly ICaseStore _store;
    private readonly CaseLedger _ledger;
    private readonly IRegisters _registers;
    private readonly IBenefitAgencies _agencies;
    private readonly IPersonalDataVault _vault;
    private readonly ServiceClock _clock;

    /// <summary>A stepper over a store and the agencies.</summary>
    public CaseStepper(
        ICaseStore store,
        CaseLedger ledger,
        IRegisters registers,
        IBenefitAgencies agencies,
        IPersonalDataVault vault,
        ServiceClock clock)
    {
        _store = store;
        _ledger = ledger;
        _registers = registers;
        _agencies = agencies;
        _vault = vault;
        _clock = clock;
    }

    /// <summary>Steps a case as far as it goes now.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Interrupts the step; what it owed stays owed.</param>
    /// <returns>When to step it next, or null where it waits for a person or is closed or unknown.</returns>
    /// <exception cref="CorruptJournalException">The case is not to be acted on.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again.</exception>
    public async Task<NodaTime.Instant?> StepAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await AdvanceAsync(id, cancellationToken) is not { } done)
        {
            return null;
        }

        while (DueOf(done) is { Count: > 0 } due)
        {
            done = await PerformAsync(done, due, _vault.Unseal(await _store.ReadPersonalAsync(id, cancellationToken)), cancellationToken);
        }

        return done.Effects.NextWake;
    }

    /// <summary>The first half of a step: applies whatever has fallen due, and performs nothing.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Interrupts it; it may be run again.</param>
    /// <returns>The case and what it owes, or null where there is none.</returns>
    /// <exception cref="CorruptJournalException">The case is not to be acted on.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again.</exception>
    public async Task<LedgerResult.Done?> AdvanceAsync(CaseId id, CancellationToken cancellationToken) =>
        await _store.LoadAsync(id, cancellationToken) is { Application: not null } state
            ? await CarryOutAsync(state, [new CaseCommand.Advance()], cancellationToken)
            : null;

    /// <summary>The other half, one effect at a time: performs what is owed and due, and writes down what came back.</summary>
    /// <param name="key">Which effect of which case.</param>
    /// <param name="cancellationToken">Interrupts it; what is owed stays owed.</param>
    /// <returns>The case and what it owes now, or null where this was not owed, or not yet.</returns>
    /// <exception cref="CorruptJournalException">The case is not to be acted on.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again.</exception>
    public async Task<LedgerResult.Done?> PerformAsync(EffectKey key, CancellationToken cancellationToken)
    {
        if (await _store.LoadAsync(key.Case, cancellationToken) is not { Application: not null } state)
        {
            return null;
        }

        var now = NodaTime.Instant.Max(_clock.Now, state.LastAt);
        var done = new LedgerResult.Done(state, Effects.Of(state, _ledger.Book, now));
        return DueOf(done).FirstOrDefault(effect => effect.No == key.No) is { } due
            ? await PerformAsync(done, [due], _vault.Unseal(await _store.ReadPersonalAsync(key.Case, cancellationToken)), cancellationToken)
            : null;
    }

    /// <summary>What a case owes that is due now, as the ledger reckons it: never before the case's last entry.</summary>
    public IReadOnlyList<OwedEffect> DueOf(LedgerResult.Done done)
    {
        var now = NodaTime.Instant.Max(_clock.Now, done.State.LastAt);
        return [.. done.Effects.Owed.Where(effect => effect.DueAt <= now)];
    }

    /// <summary>
    /// Performs effects side by side. What has come back is written as it comes, so that a slow agency holds up no other;
    /// what came back together is written together.
    /// </summary>
    private async Task<LedgerResult.Done> PerformAsync(
        LedgerResult.Done done,
        IReadOnlyList<OwedEffect> due,
        PersonalData personal,
        CancellationToken cancellationToken)
    {
        var pending = due.Select(effect => AttemptAsync(done.State, effect, personal, cancellationToken)).ToList();
        while (pending.Count > 0)
        {
            await Task.WhenAny(pending);
            var finished = pending.FindAll(attempt => attempt.IsCompleted);
            pending.RemoveAll(finished.Contains);
            done = await CarryOutAsync(done.State, await Task.WhenAll(finished), cancellationToken);
        }

        return done;
    }

    private async Task<CaseCommand> AttemptAsync(CaseState state, OwedEffect effect, PersonalData personal, CancellationToken cancellationToken)
    {
        var key = new EffectKey(state.Id, effect.No);
        return effect switch
        {
            OwedEffect.AskRegister ask => new CaseCommand.TakeRegisterReply(
                ask.No,
                await _registers.AskAsync(ask.Register, new Inquiry(key, 0, state.Facts!, personal), cancellationToken)),
            OwedEffect.RequestBenefit request => new CaseCommand.TakeBenefitReply(
                request.No,
                await _agencies.RequestAsync(request.Kind, new Inquiry(key, request.Person, state.Facts!, personal), cancellationToken)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<LedgerResult.Done> CarryOutAsync(CaseState state, IReadOnlyList<CaseCommand> commands, CancellationToken cancellationToken) =>
        await _ledger.CarryOutAsync(state, commands, null, cancellationToken) as LedgerResult.Done
        ?? throw new System.Diagnostics.UnreachableException("Replies and advances are never rejected.");
}
