using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Ports;

/// <summary>The whole of a store, for those who move it, prove it or mend it.</summary>
public interface ICaseArchive
{
    /// <summary>Every case, damaged ones too, in the order of their ids. Memory does not grow with their number.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read on.</exception>
    IAsyncEnumerable<StoredCase> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes a case over as it was stored elsewhere, byte for byte. It may be interrupted and repeated: what is there
    /// already, and the same, stays.
    /// </summary>
    /// <param name="imported">The case; its journal must hold.</param>
    /// <param name="effects">What its state owes here and now, by which it enters queues and lists.</param>
    /// <param name="cancellationToken">Interrupts the import.</param>
    /// <exception cref="StoreUnavailableException">Nothing of the case was taken over; it may be tried again.</exception>
    Task<ImportResult> ImportAsync(StoredCase imported, Effects effects, CancellationToken cancellationToken);

    /// <summary>
    /// Makes anew what follows from a case's journal: the wake, the place in work lists and the person's reservation. A case
    /// that has moved on meanwhile is left as it is.
    /// </summary>
    /// <param name="state">The case as its journal folds.</param>
    /// <param name="effects">What it owes here and now.</param>
    /// <param name="cancellationToken">Interrupts the mending.</param>
    /// <returns>Whether anything differed.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be written to.</exception>
    Task<bool> ReindexAsync(CaseState state, Effects effects, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what lists, queues and reservations hold of cases that are not there, and what is said twice of one case; and
    /// counts anew where counts are kept. The last act of reindexing.
    /// </summary>
    /// <returns>How many rows were removed.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be written to.</exception>
    Task<long> RemoveStrayAsync(CancellationToken cancellationToken);
}
