using HukouWorkflow.Core.Cases;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A criterion of a route as the pack writes it.</summary>
public sealed record RouteCriterion
{
    /// <summary>What is asked.</summary>
    public required CriterionKind Kind { get; init; }

    /// <summary>The parameters it names, by what each is for.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The kinds of work that count; empty unless it asks for work.</summary>
    public IReadOnlyList<EmploymentKind> Work { get; init; } = [];

    /// <summary>The kinds of dwelling that count; empty unless it asks for a dwelling.</summary>
    public IReadOnlyList<Dwelling> Dwellings { get; init; } = [];

    /// <summary>The workplaces that count; empty where it may be anywhere.</summary>
    public IReadOnlyList<Workplace> Workplaces { get; init; } = [];

    /// <summary>The qualifications that count; empty unless it asks for one.</summary>
    public IReadOnlyList<QualificationKind> Qualifications { get; init; } = [];

    /// <summary>What the relative may be; empty unless it asks for one.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>The criteria it is made of; empty unless it is of several.</summary>
    public IReadOnlyList<RouteCriterion> Of { get; init; } = [];

    /// <summary>How many of them suffice, or null unless it is a number of several.</summary>
    public int? Count { get; init; }

    /// <summary>The first day it is asked, or null where it is as long as its route is open.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The first day it no longer is asked, or null where it stays.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The district classes in which it is asked; empty where in all.</summary>
    public IReadOnlyList<string> DistrictClasses { get; init; } = [];

    internal SourceLine At { get; init; }

    internal bool IsAskedOn(LocalDate day) => !(day < Since) && !(Until <= day);

    /// <param name="districtClass">The class, or null for a person whose district the pack does not know.</param>
    internal bool IsAskedIn(string? districtClass) =>
        districtClass is null || DistrictClasses.Count == 0 || DistrictClasses.Contains(districtClass, StringComparer.Ordinal);

    internal string? Parameter(string role) => Parameters.GetValueOrDefault(role);
}
