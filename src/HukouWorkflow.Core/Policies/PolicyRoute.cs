using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>One way to the settlement: every criterion must be met. Any one route suffices.</summary>
public sealed record PolicyRoute
{
    /// <summary>Its name in the pack, kept with every case decided by it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The first day it is open.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The first day it no longer is, or null where it stays open.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What it rests on.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Its criteria as written, for all time.</summary>
    public required IReadOnlyList<RouteCriterion> All { get; init; }

    internal SourceLine At { get; init; }

    internal bool IsOpenOn(LocalDate day) => Since <= day && (Until is null || day < Until);
}
