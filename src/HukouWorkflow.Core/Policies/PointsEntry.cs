using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>An entry of a points table as the pack writes it.</summary>
public sealed record PointsEntry
{
    /// <summary>Its name in the table.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>How it gives points.</summary>
    public required PointsEntryKind Kind { get; init; }

    /// <summary>What is counted by the year, or null where nothing is.</summary>
    public PointsSource? Of { get; init; }

    /// <summary>The kinds of dwelling that count; empty unless dwellings are counted.</summary>
    public IReadOnlyList<Dwelling> Dwellings { get; init; } = [];

    /// <summary>The parameters it names, by what each is for; for qualifications, by the qualification.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The first day it gives points, or null where from the beginning.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The first day it no longer does, or null where it goes on.</summary>
    public LocalDate? Until { get; init; }

    internal SourceLine At { get; init; }

    internal bool IsInForceOn(LocalDate day) => !(day < Since) && !(Until <= day);
}
