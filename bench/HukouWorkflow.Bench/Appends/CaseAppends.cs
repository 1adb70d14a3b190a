using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Testing;
using NodaTime;

namespace HukouWorkflow.Bench.Appends;

/// <summary>The appends that are timed: what an application and an endorsement leave behind. Every store gets the like.</summary>
internal static class CaseAppends
{
    // A sealed name, number and address.
    private const int PersonalBytes = 512;
    private static int Made;

    /// <summary>First appends of distinct cases of distinct people: journal, state, person, wake, personal data, kept answer.</summary>
    public static IReadOnlyList<CaseAppend> First(int count) => [.. Enumerable.Range(0, count).Select(_ => First())];

    /// <summary>To each case one endorsement, which moves its wake.</summary>
    public static IReadOnlyList<CaseAppend> FollowUps(IEnumerable<CaseAppend> first) => [.. first.Select(append =>
        Cases.Next(append.State, append.At + Duration.FromDays(1), new ResidenceEndorsed(new LocalDate(2026, 1, 2))) with
        {
            NextWake = append.NextWake + Duration.FromDays(1),
            Answer = Answer(append.State, 2),
        })];

    private static CaseAppend First()
    {
        var person = Cases.Person(Interlocked.Increment(ref Made));
        var append = Cases.Next(CaseState.Before(Cases.NewId()), Cases.Start, Cases.Application() with { Applicant = person });
        return append with
        {
            Person = person,
            NextWake = Cases.Start + Duration.FromDays(30),
            Personal = [new byte[PersonalBytes]],
            Answer = Answer(append.State, 1),
        };
    }

    private static IdempotentAnswer Answer(CaseState state, int version) => new(Guid.NewGuid().ToByteArray(), new byte[16], state.Id, version);
}
