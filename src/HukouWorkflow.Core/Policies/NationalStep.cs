using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>A step of the national line.</summary>
/// <param name="From">The day from which it holds.</param>
/// <param name="Title">What it says.</param>
/// <param name="Citation">What it rests on.</param>
public sealed record NationalStep(LocalDate From, LocalizedText Title, Citation Citation);
