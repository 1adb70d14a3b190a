using System.Globalization;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>What one idempotency key stands for in an agency's books. Safe for many requests at once.</summary>
internal sealed class Matter(string key)
{
    private readonly Lock _lock = new();
    private UInt128 _body;
    private ulong _person;
    private AgencyAnswer? _answer;
    private int _requested;

    /// <summary>Counts a request and gives its number, from 1.</summary>
    public int Count() => Interlocked.Increment(ref _requested);

    /// <summary>
    /// Does the work unless it is done, and gives the answer. A decline is judged anew each time, so that a benefit is not
    /// lost once its cause is gone; everything else stands.
    /// </summary>
    /// <param name="body">The hash of the request's body.</param>
    /// <param name="person">Stands for the person.</param>
    /// <param name="judge">Judges the request.</param>
    /// <returns>The answer, or null where the key was used with another body.</returns>
    public AgencyAnswer? Settle(UInt128 body, ulong person, Func<AgencyAnswer> judge)
    {
        lock (_lock)
        {
            if (_answer is not null && _body != body)
            {
                return null;
            }

            if (_answer is null or { Outcome: AgencyAnswer.Declined })
            {
                (_body, _person, _answer) = (body, person, judge());
            }

            return _answer;
        }
    }

    /// <summary>The line in the books, or null where no work was done yet.</summary>
    public BookEntry? ToEntry()
    {
        lock (_lock)
        {
            return _answer is null
                ? null
                : new BookEntry(
                    key,
                    _person.ToString("x16", CultureInfo.InvariantCulture),
                    _answer.Outcome!,
                    _answer.Reason,
                    _answer.Reference,
                    Volatile.Read(ref _requested));
        }
    }
}
