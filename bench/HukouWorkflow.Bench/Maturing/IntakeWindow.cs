using HukouWorkflow.Bench.Loading;
using NodaTime;

namespace HukouWorkflow.Bench.Maturing;

/// <summary>Applications measured over a stretch of the service's time.</summary>
/// <param name="From">When the stretch began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Result">What was measured.</param>
internal sealed record IntakeWindow(Instant From, Instant To, LoadResult Result);
