using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The person moved; within the city the count goes on, out of it the count stops. The address is kept apart, encrypted.</summary>
/// <param name="On">The first day at the new place.</param>
/// <param name="Division">The district moved to, or a division outside the city.</param>
public sealed record ResidenceMoved(LocalDate On, DivisionCode Division) : FactStated;
