using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Core;

/// <summary>Decides and appends; and decides again where somebody else was faster, so that no command is lost to a race.</summary>
public sealed class CaseLedger
{
    private readonly ICaseStore _store;
    private readonly PolicyShelf _shelf;
    private readonly ServiceClock _clock;

    /// <summary>A ledger over a store.</summary>
    public CaseLedger(ICaseStore store, PolicyShelf shelf, ServiceClock clock)
    {
        _store = store;
        _shelf = shelf;
        _clock = clock;
    }

    /// <summary>The rules it decides by now.</summary>
    internal PolicyBook Book => _shelf.Current;

    /// <summary>Carries out commands on a case in one append.</summary>
    /// <param name="state">The case as last seen; it is loaded again where it has moved on.</param>
    /// <param name="commands">What is asked, in order.</param>
    /// <param name="enclosed">What goes with the events, or null.</param>
    /// <param name="cancellationToken">Ends the wait; what is on the disk stays.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<LedgerResult> CarryOutAsync(
        CaseState state,
        IReadOnlyList<CaseCommand> commands,
        Enclosure? enclosed,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = NodaTime.Instant.Max(_clock.Now, state.LastAt);
            var book = _shelf.Current;
            var after = state;
            var events = new List<CaseEvent>();
            Evaluation? evaluation = null;
            foreach (var command in commands)
            {
                var decision = CaseDecider.Decide(after, command, book, now);
                if (decision.Rejection is { } rejection)
                {
                    return new LedgerResult.Rejected(rejection);
                }

                events.AddRange(decision.Events);
                after = decision.After!;
                // A decision without one has changed nothing of what was judged.
                evaluation = decision.Evaluation ?? evaluation;
            }

            var effects = Effects.Of(after, book, now, evaluation);
            if (events.Count == 0 && enclosed is null && effects.NextWake <= now)
            {
                // What is owed is due at once and its outcome will be appended: nothing to write before it.
                return new LedgerResult.Done(after, effects);
            }

            var append = new CaseAppend
            {
                State = after,
                Events = events,
                At = now,
                NextWake = effects.NextWake,
                Due = effects.Due,
                Person = state.Application is null ? enclosed?.Person : null,
                Personal = events.Count > 0 && enclosed?.Personal is { } personal ? [personal] : [],
                Answer = enclosed?.Answer is { } answer ? answer with { Case = after.Id, Version = after.Version } : null,
            };
            switch (await _store.AppendAsync(append, cancellationToken))
            {
                case AppendResult.Appended when !ReferenceEquals(book, _shelf.Current):
                    // The re-evaluation may have passed this case before the append: nobody else would move its wake to where
                    // the new rules want it.
                    (state, commands, enclosed) = (after, [], null);
                    break;
                case AppendResult.Appended:
                    return new LedgerResult.Done(after, effects);
                case AppendResult.PersonHasOpenCase taken:
                    return new LedgerResult.PersonHasOpenCase(taken.Case);
                case AppendResult.AnsweredBefore before:
                    return new LedgerResult.AnsweredBefore(before.Answer);
                default:
                    state = await _store.LoadAsync(state.Id, cancellationToken) ?? CaseState.Before(state.Id);
                    break;
            }
        }
    }
}
