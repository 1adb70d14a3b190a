using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Who may come along with the person who is settled.</summary>
public sealed record FamilyTerms
{
    /// <summary>The first day they hold.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The first day they no longer do, or null where they go on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The members who may come along.</summary>
    public required IReadOnlyList<FamilyMember> Members { get; init; }

    /// <summary>What they rest on.</summary>
    public required Citation Citation { get; init; }

    internal SourceLine At { get; init; }

    internal bool IsInForceOn(LocalDate day) => Since <= day && !(Until <= day);
}
