using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Years earned in other places that a city recognises.</summary>
public sealed record Recognition
{
    /// <summary>The first day it does.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The first day it no longer does, or null where it goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The places, cities or whole provinces, and what each is called.</summary>
    public required IReadOnlyDictionary<DivisionCode, LocalizedText> PlaceTitles { get; init; }

    /// <summary>The places: cities, or whole provinces.</summary>
    public IReadOnlyList<DivisionCode> Places => [.. PlaceTitles.Keys];

    /// <summary>What is recognised.</summary>
    public required IReadOnlyList<Accrual> Counts { get; init; }

    /// <summary>The parameter with the most that is recognised, or null where there is no limit.</summary>
    public string? AtMost { get; init; }

    /// <summary>What it rests on.</summary>
    public required Citation Citation { get; init; }

    internal SourceLine At { get; init; }

    internal bool IsInForceOn(LocalDate day) => Since <= day && !(Until <= day);
}
