using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Residence;

/// <summary>Counts residence in a city towards settlement.</summary>
public static class ResidenceClock
{
    /// <summary>Reads the clock on a day.</summary>
    /// <param name="facts">What was stated.</param>
    /// <param name="terms">The terms of the pack's version.</param>
    /// <param name="today">The day of the reading, in China.</param>
    public static ClockReading Read(SettlementFacts facts, ResidenceTerms terms, LocalDate today) => throw new NotImplementedException();
}
