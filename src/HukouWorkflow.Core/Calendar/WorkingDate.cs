using NodaTime;

namespace HukouWorkflow.Core.Calendar;

/// <summary>A day reckoned in working days.</summary>
/// <param name="Day">The day.</param>
/// <param name="FollowsNotices">Whether every year touched has its holiday notice; without one only weekends were left out, and the day may move once it is published.</param>
public readonly record struct WorkingDate(LocalDate Day, bool FollowsNotices);
