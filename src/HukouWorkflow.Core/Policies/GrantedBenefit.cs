using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>What a stage brings: a service of the residence permit, or a benefit of the settlement.</summary>
public sealed record GrantedBenefit
{
    /// <summary>Its name in the pack; for the settlement, the kind of benefit.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The first day it is granted.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The first day it no longer is, or null where it goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What it rests on.</summary>
    public required Citation Citation { get; init; }

    internal SourceLine At { get; init; }

    internal bool IsGrantedOn(LocalDate day) => Since <= day && !(Until <= day);
}
