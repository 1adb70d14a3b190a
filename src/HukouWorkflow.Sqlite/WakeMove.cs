using NodaTime;

namespace HukouWorkflow.Sqlite;

/// <summary>Where an open case's wake and due day are to be, as long as it lies in the file as it was read.</summary>
/// <param name="Case">The case as it was read. Its journal must hold.</param>
/// <param name="NextWake">When it is to be looked at next, or null.</param>
/// <param name="Due">The day by which a person must do something, or null.</param>
public sealed record WakeMove(OpenCase Case, Instant? NextWake, LocalDate? Due);
