using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Runs the lives of many people, independent of each other, on several cores.</summary>
/// <param name="book">The rules.</param>
/// <param name="run">What is simulated.</param>
internal sealed class Simulator(PolicyBook book, SimulationRun run)
{
    // So few that the cores end together, so many that they do not meet.
    private const int PeopleAtATime = 500;

    // Throws for different ends of one person are kept apart by these.
    private const ulong ForLife = 1;
    private const ulong ForAnswers = 2;
    private const ulong ForCase = 3;

    private readonly PersonMaker _maker = new(run.Scenario, run.Pack, run.End);
    private readonly Instant _end = ChinaTime.StartOf(run.End);
    private long _taken;
    private long _done;

    /// <summary>How many people are done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Simulates everybody, once.</summary>
    /// <param name="workers">On how many threads; the result is the same on any number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Totals> RunAsync(int workers, CancellationToken cancellationToken)
    {
        var totals = run.NoTotals();
        foreach (var part in await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
            () => Work(cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))))
        {
            totals.Add(part);
        }

        return totals;
    }

    private Totals Work(CancellationToken cancellationToken)
    {
        var totals = run.NoTotals();
        for (var first = TakeMore(); first < run.Arrivals.People; first = TakeMore())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var last = Math.Min(first + PeopleAtATime, run.Arrivals.People);
            for (var person = first; person < last; person++)
            {
                Simulate(person, totals);
            }

            Interlocked.Add(ref _done, last - first);
        }

        return totals;
    }

    private long TakeMore() => Interlocked.Add(ref _taken, PeopleAtATime) - PeopleAtATime;

    private void Simulate(long number, Totals totals)
    {
        if (_maker.Make(run.Arrivals.DayOf(number), new Dice(run.Seed, number, ForLife)) is { } person)
        {
            var answers = new Answers(run.Scenario, new Dice(run.Seed, number, ForAnswers));
            new SimulatedCase(CaseOf(number), book, answers, totals).Run(person, _end);
        }
    }

    // The waits between attempts are spread by the case's id, so it too must come from the seed.
    private CaseId CaseOf(long number)
    {
        var dice = new Dice(run.Seed, number, ForCase);
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, dice.Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], dice.Next());
        return new CaseId(new Guid(bytes, bigEndian: true));
    }
}
