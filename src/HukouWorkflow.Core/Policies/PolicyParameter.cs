using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A quantity that the rules of a pack use, with its values by date.</summary>
public sealed record PolicyParameter
{
    /// <summary>Its name in the pack.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>What it is measured in.</summary>
    public required ParameterUnit Unit { get; init; }

    /// <summary>Its values in order of date; never empty, no two of one date.</summary>
    public required IReadOnlyList<ParameterValue> Values { get; init; }

    internal SourceLine At { get; init; }

    /// <summary>The value in force on a day, or null before the first.</summary>
    public ParameterValue? On(LocalDate day) => Values.LastOrDefault(value => value.From <= day);
}
