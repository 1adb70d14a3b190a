using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>Live totals. A group under ten people is suppressed (null), and with it the next smallest where it could be worked out.</summary>
/// <param name="AsOf">When.</param>
/// <param name="Total">All cases.</param>
/// <param name="ByStatus">By status.</param>
/// <param name="ByDistrict">By district.</param>
public sealed record StatisticsView(
    Instant AsOf,
    long? Total,
    IReadOnlyList<StatusCountView> ByStatus,
    IReadOnlyList<DistrictCountView> ByDistrict);
