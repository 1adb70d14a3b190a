using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>The rules that apply to a case.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Version">Its version most favourable to the applicant, by the day it came into force.</param>
/// <param name="Route">The route met first, or null where none will be as things stand.</param>
public sealed record PolicyView(
    string Pack,
    LocalDate Version,
    string? Route);
