namespace HukouWorkflow.Local.Simulation;

/// <summary>
/// Chance that comes out the same on every machine: SplitMix64 (Steele, Lea, Flood 2014) and whole-number arithmetic. Every
/// person has dice of their own, so that it does not matter who is simulated first, or on which core.
/// </summary>
internal sealed class Dice
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>The dice of one person.</summary>
    /// <param name="seed">The seed of the whole simulation.</param>
    /// <param name="person">The person's number.</param>
    /// <param name="purpose">Keeps apart what is thrown for different ends, so that a change in one moves nothing in the other.</param>
    public Dice(ulong seed, long person, ulong purpose) =>
        _state = unchecked(Mix(Mix(seed + GoldenGamma) ^ (ulong)person) + (purpose * GoldenGamma));

    /// <summary>The next sixty-four bits.</summary>
    public ulong Next() => Mix(_state = unchecked(_state + GoldenGamma));

    /// <summary>Whether something of a given share (0 to 1) happens.</summary>
    public bool Happens(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    /// <summary>A whole number from 0 to one less than the count.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>A number of days (or years) of a range, each as likely as any other.</summary>
    public int Of(DayRange range) => range.Least + Below(range.Most - range.Least + 1);

    /// <summary>The place of a weight in a list whose sum is one.</summary>
    public int Of(IReadOnlyList<double> shares)
    {
        var left = (Next() >> 11) * (1.0 / (1UL << 53));
        for (var i = 0; i < shares.Count - 1; i++)
        {
            left -= shares[i];
            if (left < 0)
            {
                return i;
            }
        }

        return shares.Count - 1;
    }

    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
