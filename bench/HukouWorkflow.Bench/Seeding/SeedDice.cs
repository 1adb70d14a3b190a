namespace HukouWorkflow.Bench.Seeding;

/// <summary>Chance that falls alike in every run. Nobody is to be protected from guessing it.</summary>
internal sealed class SeedDice(int day, int district)
{
    private ulong _drawn = Scatter(((ulong)(uint)day << 32) | (uint)district);

    /// <summary>A whole number below another.</summary>
    public int Below(int count) => (int)(Scatter(_drawn++) % (ulong)count);

    /// <summary>Whether something of so many percent happens.</summary>
    public bool Happens(int percent) => Below(100) < percent;

    /// <summary>A number scattered over all 64 bits: neighbours come to lie far apart (the finishing step of SplitMix64).</summary>
    public static ulong Scatter(ulong value)
    {
        value = unchecked((value + 1) * 0x9E3779B97F4A7C15);
        value = unchecked((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9);
        value = unchecked((value ^ (value >> 27)) * 0x94D049BB133111EB);
        return value ^ (value >> 31);
    }
}
