using NodaTime;

namespace HukouWorkflow.Core.Calendar;

/// <summary>What the State Council's notice for a year says.</summary>
internal sealed record HolidayNotice(int Year, IReadOnlyList<LocalDate> Holidays, IReadOnlyList<LocalDate> Workdays);
