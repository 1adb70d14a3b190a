namespace HukouWorkflow.Bench.Loading;

/// <summary>What came of a plan. What is named measured counts only answers after the warm-up and before the end.</summary>
internal sealed record LoadResult
{
    /// <summary>Requests sent, warm-up included.</summary>
    public required long Sent { get; init; }

    /// <summary>Requests answered 202, warm-up included: so many cases the service must have.</summary>
    public required long Accepted { get; init; }

    /// <summary>Requests answered otherwise, by status.</summary>
    public required IReadOnlyDictionary<int, long> Refused { get; init; }

    /// <summary>The first answer that was no 202, as it came; null where all were accepted.</summary>
    public required string? FirstRefusal { get; init; }

    /// <summary>When the first request was sent.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Requests answered 202 in the time measured.</summary>
    public required long Measured { get; init; }

    /// <summary>The time measured, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Processor time that the generator itself used in the time measured, in seconds.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>How long requests took in the time measured, from before the first byte was sent until the last had come back. Where the plan sets a pace, from when each was to be sent: one that waited for a free connection was late too.</summary>
    public required Latency Latency { get; init; }

    /// <summary>Requests whose connection broke: nobody knows what became of them.</summary>
    public long Unanswered => Sent - Accepted - Refused.Values.Sum();

    /// <summary>Accepted a second.</summary>
    public double PerSecond => Measured / Seconds;
}
