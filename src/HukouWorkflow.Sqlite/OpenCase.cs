using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Sqlite;

/// <summary>A case whose clock runs or stands still, as it lies in the file.</summary>
/// <param name="No">Its number in the file, in the order of arrival.</param>
/// <param name="Id">The case.</param>
/// <param name="State">The case as its journal folds, or null where a link of it does not hold: it is not to be acted on.</param>
/// <param name="NextWake">When it is to be looked at next, or null.</param>
/// <param name="Due">The day by which a person must do something, or null.</param>
public sealed record OpenCase(long No, CaseId Id, CaseState? State, Instant? NextWake, LocalDate? Due);
