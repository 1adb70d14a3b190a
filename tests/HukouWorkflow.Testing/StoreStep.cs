using FsCheck;
using FsCheck.Fluent;

namespace HukouWorkflow.Testing;

/// <summary>An append of a random sequence, right or wrong.</summary>
/// <param name="Target">Which case.</param>
/// <param name="Lag">How far the expected version is off.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Person">Who applies.</param>
/// <param name="Key">The idempotency key, where below 8.</param>
public sealed record StoreStep(int Target, int Lag, int Kind, int Person, int Key)
{
    /// <summary>How many cases a sequence is about.</summary>
    public const int Cases = 4;

    public static Gen<StoreStep[]> Sequences =>
        (from target in Gen.Choose(0, Cases - 1)
         from lag in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(-1, 1)))
         from kind in Gen.Choose(0, 4)
         from person in Gen.Choose(0, 2)
         from key in Gen.Choose(0, 12)
         select new StoreStep(target, lag, kind, person, key)).ArrayOf();
}
