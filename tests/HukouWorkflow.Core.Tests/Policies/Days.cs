using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>Days between 2012 and 2027, all alike: FsCheck's own numbers stay below a hundred, which no version would notice.</summary>
internal static class Days
{
    public static readonly LocalDate First = new(2012, 1, 1);

    public static Arbitrary<LocalDate> Day() => Gen.Choose(0, 5500).Select(First.PlusDays).ToArbitrary();
}
