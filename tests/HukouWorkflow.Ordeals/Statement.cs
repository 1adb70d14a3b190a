using System.Globalization;
using NodaTime;

namespace HukouWorkflow.Ordeals;

/// <summary>Something an applicant states in a case, of every kind there is.</summary>
/// <param name="Event">The kind of event it becomes.</param>
/// <param name="Mark">A text in that event by which it is known.</param>
/// <param name="Body">What is posted.</param>
internal sealed record Statement(string Event, string Mark, object Body)
{
    /// <summary>How many kinds there are.</summary>
    public const int Kinds = 8;

    // Whose check character fits (GB 32100-2015).
    private const string Employer = "91350100M000100Y43";

    /// <summary>The n-th thing that somebody states, who has lived here for at least 500 days. No two of a case overlap.</summary>
    public static Statement Of(int kind, int n, int person, LocalDate residence)
    {
        var day = residence.PlusDays(100 + (30 * n));
        var on = People.Text(day);
        return kind switch
        {
            0 => new("residenceEndorsed", on, new { type = "endorsed", on }),
            1 => new("absenceStated", on, People.Absence(day)),
            2 => new("residenceMoved", on, new { type = "moved", on, district = "500106" }),
            3 => new("employmentStated", on, new { type = "employment", kind = "contract", employer = Employer, from = on, to = People.Text(day.PlusDays(20)) }),
            4 => new("insuranceStated", on, new { type = "insurance", from = on, to = People.Text(day.PlusDays(20)) }),
            5 => new("taxStated", (2001 + n).ToString(CultureInfo.InvariantCulture), new { type = "tax", year = 2001 + n, amount = 12.5m }),
            6 => new("dwellingStated", on, new { type = "dwelling", on, dwelling = "owned" }),
            _ => new("householdMemberJoined", "parent", new { type = "household", relation = "parent", name = "A parent", residentId = People.ParentId(person) }),
        };
    }
}
