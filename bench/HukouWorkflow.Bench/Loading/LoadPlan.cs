using NodaTime;

namespace HukouWorkflow.Bench.Loading;

/// <summary>What the load generator is to send: applications of distinct people, one under way on each connection.</summary>
internal sealed record LoadPlan
{
    /// <summary>Where the service listens: plain http on an IP address or <c>localhost</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>How many connections.</summary>
    public required int Connections { get; init; }

    /// <summary>
    /// How many people apply in a second, whatever the service makes of it, on as many connections as are free; null where each
    /// connection sends as soon as it is answered.
    /// </summary>
    public double? PerSecond { get; init; }

    /// <summary>Bearer tokens of applicants, dealt out to the connections in turn.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>The number of the first person; everybody who applies has the next. Runs on one store must not share people.</summary>
    public required int FirstPerson { get; init; }

    /// <summary>When the residence of all these people began.</summary>
    public required LocalDate ResidenceFrom { get; init; }

    /// <summary>How long to send before what is measured. Zero for a run that counts from the first request.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>How long to measure, or null where <see cref="Count"/> ends the run.</summary>
    public TimeSpan? Lasting { get; init; }

    /// <summary>How many people apply in all, or null where <see cref="Lasting"/> ends the run.</summary>
    public int? Count { get; init; }

    /// <summary>A file that the ids of accepted applications are written to, one a line; null for none.</summary>
    public string? IdsFile { get; init; }

    /// <summary>Whether a connection that breaks is made anew and the next person applies on it. Otherwise it fails the run.</summary>
    public bool BreaksExpected { get; init; }
}
