using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>Urban hukou is granted; the benefits listed are to be requested.</summary>
/// <param name="Version">The pack's version the grant rests on.</param>
/// <param name="Route">The route met.</param>
/// <param name="Benefits">What is to be requested, for whom.</param>
public sealed record SettlementGranted(LocalDate Version, string Route, IReadOnlyList<OwedBenefit> Benefits) : CaseEvent;
