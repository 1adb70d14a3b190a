using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>A member of the household, by number; who they are is kept apart, encrypted.</summary>
/// <param name="No">1 for the first; 0 is the applicant and never stands here.</param>
/// <param name="Relation">How they are related.</param>
/// <param name="SchoolEntry">
/// For a child, the year in whose September school begins: the first one by the end of August of which the child is six
/// (Compulsory Education Law art. 11). The year is all of the birth date that the rules need. Null for others.
/// </param>
public sealed record HouseholdMember(int No, Relation Relation, int? SchoolEntry)
{
    /// <summary>The year of birth: all of the birth date that age limits look at. Null in journals from before it was taken down.</summary>
    public int? BornIn { get; init; }

    /// <summary>The sex; some age limits differ by it. Null in journals from before it was taken down.</summary>
    public Sex? Sex { get; init; }

    // Nine years of compulsory schooling (Compulsory Education Law art. 2).
    private const int YearsOfSchool = 9;

    /// <summary>Whether the member is a child of school age on a day.</summary>
    public bool IsOfSchoolAge(LocalDate day)
    {
        var schoolYear = day.Month >= 9 ? day.Year : day.Year - 1;
        return Relation == Relation.Child && SchoolEntry is { } entry && schoolYear >= entry && schoolYear < entry + YearsOfSchool;
    }

    /// <summary>The year in whose September a child's school begins.</summary>
    /// <param name="birthDate">The child's date of birth.</param>
    public static int SchoolEntryOf(LocalDate birthDate) =>
        birthDate.Month < 9 ? birthDate.Year + 6 : birthDate.Year + 7;
}
