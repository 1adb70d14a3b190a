using HukouWorkflow.Tables;
using Microsoft.Azure.Functions.Worker;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>Removes answers that no idempotency key may ask for any more.</summary>
public sealed class PruneTrigger
{
    private readonly TableCaseStore _store;

    /// <summary>A trigger over the store.</summary>
    public PruneTrigger(TableCaseStore store) => _store = store;

    /// <summary>Prunes, every day at half past two in China.</summary>
    /// <param name="timer">When it was to run; it makes no difference.</param>
    /// <param name="cancellationToken">Interrupts it; the next goes on.</param>
    [Function(nameof(Prune))]
    public Task Prune([TimerTrigger("0 30 18 * * *")] TimerInfo timer, CancellationToken cancellationToken) => _store.PruneAnswersAsync(cancellationToken);
}
