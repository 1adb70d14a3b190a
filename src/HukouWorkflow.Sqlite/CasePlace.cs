namespace HukouWorkflow.Sqlite;

/// <summary>Where a case stands in the lists and in the queue of wakes, as its row says it.</summary>
/// <param name="Status">Its status, by number.</param>
/// <param name="Since">Since when, in Unix milliseconds.</param>
/// <param name="District">The district's code.</param>
/// <param name="Due">The day a person must do something, in days since 1970-01-01, or the number that stands for none.</param>
/// <param name="NextWake">When to look at it next, in Unix milliseconds, or null.</param>
internal readonly record struct CasePlace(int Status, long Since, int District, long Due, long? NextWake);
