using FsCheck;
using FsCheck.Fluent;

namespace HukouWorkflow.Core.Tests.Cases;

/// <summary>One thing that happens in a generated life, in plain numbers; <see cref="Life"/> says what they mean.</summary>
public sealed record Move(int Wait, int Kind, int What, int Which)
{
    public static Arbitrary<Move[]> Arbitrary() => Arb.From(
        (from wait in Gen.Choose(0, 9)
         from kind in Gen.Choose(0, 39)
         from what in Gen.Choose(0, 99)
         from which in Gen.Choose(0, 99)
         select new Move(wait, kind, what, which)).ArrayOf(),
        moves => moves.Select((_, left) => moves.Where((_, i) => i != left).ToArray()));
}
