using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>What one version gives. Not for two threads at once.</summary>
public sealed class VersionEvaluation
{
    private readonly PolicyVersion _version;
    private readonly StatedCase _stated;

    internal VersionEvaluation(PolicyVersion version, StatedCase stated, string? route, LocalDate? metOn) =>
        (_version, _stated, Route, MetOn) = (version, stated, route, metOn);

    /// <summary>The version, by the day it came into force.</summary>
    public LocalDate Version => _version.From;

    /// <summary>The route met first, or null where none will be as things stand.</summary>
    public string? Route { get; }

    /// <summary>The day that route is or will be met, or null; under a version later than the one applied under never before that version's day.</summary>
    public LocalDate? MetOn { get; }

    /// <summary>Why. It is put together when it is first asked for: deciding needs none, and there are millions of cases.</summary>
    public Finding Tree
    {
        get => field ??= _version.Explain(_stated, MetOn);
        internal init;
    }

    /// <summary>The residence clock under this version.</summary>
    public ClockReading Residence
    {
        get => field ??= _stated.Residence(_version.Residence);
        internal init;
    }

    internal bool IsMetBefore(VersionEvaluation other) => MetOn is { } day && (other.MetOn is not { } otherDay || day < otherDay);
}
