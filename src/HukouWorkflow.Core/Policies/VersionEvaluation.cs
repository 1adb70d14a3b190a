using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>What one version gives. Not for two threads at once.</summary>
public sealed class VersionEvaluation
{
    private readonly Func<Finding> _explain;
    private Finding? _tree;

    internal VersionEvaluation(LocalDate version, string? route, LocalDate? metOn, ClockReading residence, Func<Finding> explain) =>
        (Version, Route, MetOn, Residence, _explain) = (version, route, metOn, residence, explain);

    /// <summary>The version, by the day it came into force.</summary>
    public LocalDate Version { get; }

    /// <summary>The route met first, or null where none will be as things stand.</summary>
    public string? Route { get; }

    /// <summary>The day that route is or will be met, or null; under a version later than the one applied under never before that version's day.</summary>
    public LocalDate? MetOn { get; }

    /// <summary>Why. It is put together when it is first asked for: deciding needs none, and there are millions of cases.</summary>
    public Finding Tree => _tree ??= _explain();

    /// <summary>The residence clock under this version.</summary>
    public ClockReading Residence { get; }

    internal bool IsMetBefore(VersionEvaluation other) => MetOn is { } day && (other.MetOn is not { } otherDay || day < otherDay);
}
