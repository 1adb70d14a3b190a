using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Who comes, and how they live and are answered: every assumption of a simulation. <c>docs/simulation.md</c> explains each.</summary>
internal sealed record Scenario
{
    /// <summary>What it is called in tables and charts.</summary>
    public required string Title { get; init; }

    /// <summary>The first day of the simulation; applications are taken from then on.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>Who arrives when. Who arrived before the start applies after it.</summary>
    public required IReadOnlyList<ArrivalPeriod> Arrivals { get; init; }

    /// <summary>The share of people in each class of districts; the sum is 1.</summary>
    public required IReadOnlyDictionary<string, double> Districts { get; init; }

    /// <summary>The share whose residence rests on a permit, to be endorsed every year.</summary>
    public required double Permits { get; init; }

    /// <summary>Days from arriving (or from the start, if that is later) to applying.</summary>
    public required DayRange AppliesAfter { get; init; }

    /// <summary>Days from something happening to its being stated.</summary>
    public required DayRange TellsAfter { get; init; }

    /// <summary>How permits are endorsed.</summary>
    public required EndorsementHabits Endorsements { get; init; }

    /// <summary>The kinds of absence; none where nobody is ever away.</summary>
    public required IReadOnlyList<AbsenceHabit> Absences { get; init; }

    /// <summary>How people move house.</summary>
    public required MoveHabits Moves { get; init; }

    /// <summary>How people work.</summary>
    public required WorkHabits Work { get; init; }

    /// <summary>The share of jobs that are insured, for as long as they last.</summary>
    public required double Insured { get; init; }

    /// <summary>Who lives in a home of their own.</summary>
    public required HousingHabits Housing { get; init; }

    /// <summary>Who moves along.</summary>
    public required FamilyShape Family { get; init; }

    /// <summary>The share that consents to an automatic grant.</summary>
    public required double Consents { get; init; }

    /// <summary>The share of open applications that are taken back in a year.</summary>
    public required double Withdraws { get; init; }

    /// <summary>How each register answers.</summary>
    public required IReadOnlyDictionary<Register, RegisterRates> Registers { get; init; }

    /// <summary>How each benefit agency answers.</summary>
    public required IReadOnlyDictionary<BenefitKind, AgencyRates> Agencies { get; init; }

    /// <summary>How many of its parts name a source.</summary>
    public required int Sourced { get; init; }

    /// <summary>How many of its parts are assumed.</summary>
    public required int Assumed { get; init; }

    /// <summary>The same scenario with other arrivals, assumed by whoever runs it.</summary>
    /// <param name="arrivals">The arrivals.</param>
    /// <param name="asGiven">The arrivals as they were given, for the title.</param>
    public Scenario WithArrivals(IReadOnlyList<ArrivalPeriod> arrivals, string asGiven) => this with
    {
        Title = $"{Title}; arrivals as given: {asGiven} a year",
        Arrivals = arrivals,
        Sourced = Sourced - Arrivals.Count(period => period.IsSourced),
        Assumed = Assumed - Arrivals.Count(period => !period.IsSourced) + 1,
    };
}
