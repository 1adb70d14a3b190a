namespace HukouWorkflow.Local.Simulation;

/// <summary>Lets many people live, independent of each other, on several cores.</summary>
/// <typeparam name="TTotals">What their lives come to.</typeparam>
/// <param name="people">How many people.</param>
internal abstract class SharedWork<TTotals>(long people)
{
    // So few that the cores end together, so many that they do not meet.
    private const int PeopleAtATime = 500;

    private long _taken;
    private long _done;

    /// <summary>How many people there are.</summary>
    public long People => people;

    /// <summary>How many people are done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Simulates everybody, once.</summary>
    /// <param name="workers">On how many threads; the result is the same on any number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TTotals> RunAsync(int workers, CancellationToken cancellationToken)
    {
        var totals = NoTotals();
        foreach (var part in await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
            () => Work(cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))))
        {
            Add(totals, part);
        }

        return totals;
    }

    /// <summary>Totals to count into, all zero.</summary>
    protected abstract TTotals NoTotals();

    /// <summary>Lets one person live and counts what becomes of them.</summary>
    /// <param name="person">The person's number, from 0.</param>
    /// <param name="totals">What is counted into.</param>
    protected abstract void Live(long person, TTotals totals);

    /// <summary>Adds what other people came to; in whatever order, the sum must be the same.</summary>
    protected abstract void Add(TTotals totals, TTotals others);

    private TTotals Work(CancellationToken cancellationToken)
    {
        var totals = NoTotals();
        for (var first = TakeMore(); first < people; first = TakeMore())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var last = Math.Min(first + PeopleAtATime, people);
            for (var person = first; person < last; person++)
            {
                Live(person, totals);
            }

            Interlocked.Add(ref _done, last - first);
        }

        return totals;
    }

    private long TakeMore() => Interlocked.Add(ref _taken, PeopleAtATime) - PeopleAtATime;
}
