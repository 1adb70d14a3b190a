using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// So many places a year on one route, given by rank: the most points first, then the earlier application. Who gets none stays
/// on with every point.
/// </summary>
public sealed record AnnualQuota
{
    /// <summary>The first day the route is ranked.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The first day it no longer is, or null where it goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The route.</summary>
    public required string Route { get; init; }

    /// <summary>The parameter with the places a year, or null where their number is not known: then nobody is ranked here.</summary>
    public string? Places { get; init; }

    /// <summary>The day of the year on which places are given, in China.</summary>
    public required AnnualDate On { get; init; }

    /// <summary>What it rests on.</summary>
    public required Citation Citation { get; init; }

    internal SourceLine At { get; init; }

    internal bool IsInForceOn(LocalDate day) => Since <= day && !(Until <= day);

    internal bool Ranks(PolicyRoute route, LocalDate day) => IsInForceOn(day) && string.Equals(Route, route.Id, StringComparison.Ordinal);
}
