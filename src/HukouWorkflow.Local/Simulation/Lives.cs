using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>The lives of people under one pack. What happens to a person depends on the seed and their number, never on the rules.</summary>
/// <param name="book">The calendar, and packs of which the run's takes the place of its own.</param>
/// <param name="run">What is simulated.</param>
internal sealed class Lives(PolicyBook book, SimulationRun run)
{
    // Throws for different ends of one person are kept apart by these.
    private const ulong ForLife = 1;
    private const ulong ForAnswers = 2;
    private const ulong ForCase = 3;

    private readonly PolicyBook _book = book with { Packs = [run.Pack] };
    private readonly PersonMaker _maker = new(run.Scenario, run.Pack, run.End);
    private readonly Instant _end = ChinaTime.StartOf(run.End);

    /// <summary>Lets a person live.</summary>
    /// <param name="number">The person's number, from 0.</param>
    /// <param name="totals">Takes up what becomes of them.</param>
    /// <returns>The day they were granted hukou, or null where they were not.</returns>
    public LocalDate? Live(long number, Totals totals)
    {
        if (_maker.Make(run.Arrivals.DayOf(number), new Dice(run.Seed, number, ForLife)) is not { } person)
        {
            return null;
        }

        var answers = new Answers(run.Scenario, new Dice(run.Seed, number, ForAnswers));
        var simulated = new SimulatedCase(CaseOf(number), _book, answers, totals);
        simulated.Run(person, _end);
        return simulated.GrantedOn;
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
