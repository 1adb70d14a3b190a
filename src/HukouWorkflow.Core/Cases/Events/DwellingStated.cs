using NodaTime;

namespace HukouWorkflow.Core.Cases.Events;

/// <summary>The person lives differently from a day on.</summary>
/// <param name="On">The first day.</param>
/// <param name="Dwelling">The kind of dwelling.</param>
public sealed record DwellingStated(LocalDate On, Dwelling Dwelling) : FactStated;
