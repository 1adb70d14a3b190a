using System.Globalization;

namespace HukouWorkflow.Bench.Lifecycles;

/// <summary>Looks from outside until so many cases are through.</summary>
/// <param name="count">How many are through; it must be cheap, for it is asked often.</param>
/// <param name="expected">How many will be.</param>
internal sealed class Finish(Func<long> count, long expected)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits for the last.</summary>
    /// <returns>When it was seen: at most a look too late.</returns>
    /// <exception cref="BenchException">None has come through for a minute.</exception>
    public async Task<DateTimeOffset> WaitAsync(CancellationToken cancellationToken)
    {
        var (last, lastAt) = (-1L, TimeProvider.System.GetUtcNow());
        while (true)
        {
            var through = count();
            var now = TimeProvider.System.GetUtcNow();
            if (through >= expected)
            {
                return now;
            }

            if (through > last)
            {
                (last, lastAt) = (through, now);
            }
            else if (now - lastAt > Patience)
            {
                throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"{through} of {expected} cases are through, and for {Patience.TotalSeconds} s no other."));
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }
}
