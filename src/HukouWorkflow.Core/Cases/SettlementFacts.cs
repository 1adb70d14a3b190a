using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>
/// What has been stated about a person's life in the city, without saying who they are: all that the clocks and the
/// rules look at. Names, numbers, addresses and employers are kept apart, encrypted.
/// </summary>
public sealed record SettlementFacts
{
    /// <summary>The city applied to.</summary>
    public required DivisionCode City { get; init; }

    /// <summary>Where the household was registered.</summary>
    public required Registration Registration { get; init; }

    /// <summary>The kind of hukou held.</summary>
    public required HukouKind Hukou { get; init; }

    /// <summary>The day residence was taken up.</summary>
    public required LocalDate ResidenceFrom { get; init; }

    /// <summary>What the residence rests on.</summary>
    public required ResidenceBasis Basis { get; init; }

    /// <summary>Where the person lived from which day, in order; the first entry is the district of the application. A division outside the city means they left.</summary>
    public required IReadOnlyList<Abode> Abodes { get; init; }

    /// <summary>The days on which the permit was endorsed, in any order.</summary>
    public IReadOnlyList<LocalDate> Endorsements { get; init; } = [];

    /// <summary>Days away from the city, in the order stated; spans may overlap.</summary>
    public IReadOnlyList<DateSpan> Absences { get; init; } = [];

    /// <summary>Spells of employment or business in the order stated, which is also the order of their employers in the personal data; they may overlap.</summary>
    public IReadOnlyList<EmploymentSpell> Employment { get; init; } = [];

    /// <summary>Spells of social insurance, in the order stated; they may overlap.</summary>
    public IReadOnlyList<DateSpan> Insurance { get; init; } = [];

    /// <summary>Tax paid by the person's enterprise, by year.</summary>
    public IReadOnlyList<TaxYear> Taxes { get; init; } = [];

    /// <summary>How the person lived from which day, in order; empty where it was not stated.</summary>
    public IReadOnlyList<DwellingSince> Dwellings { get; init; } = [];

    /// <summary>Who moves along.</summary>
    public IReadOnlyList<HouseholdMember> Household { get; init; } = [];

    /// <summary>The year of birth, or null where it was not stated. The day is personal data and kept apart: age limits are reckoned from the year, in the applicant's favour.</summary>
    public int? BornIn { get; init; }

    /// <summary>The sex, or null where it was not stated.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Qualifications held, in the order stated.</summary>
    public IReadOnlyList<Qualification> Qualifications { get; init; } = [];

    /// <summary>Spells of schooling, in the order stated; they may overlap.</summary>
    public IReadOnlyList<DateSpan> Study { get; init; } = [];

    /// <summary>Relatives registered in the city, in the order stated.</summary>
    public IReadOnlyList<LocalRelative> Relatives { get; init; } = [];

    /// <summary>Time earned elsewhere before residence was taken up here, in the order stated; spells may overlap.</summary>
    public IReadOnlyList<TimeElsewhere> Elsewhere { get; init; } = [];

    /// <summary>True where the applicant declared to have no criminal record; null where they said nothing. Nobody is asked to write down that they have one.</summary>
    public bool? NoRecord { get; init; }

    /// <summary>The place given within the annual quota, or null.</summary>
    public AllottedPlace? Place { get; init; }

    /// <summary>
    /// The absences that stand: one that begins on the same day as an earlier statement corrects it, so that an applicant
    /// who came back sooner can say so.
    /// </summary>
    public IReadOnlyList<DateSpan> StandingAbsences => Standing(Absences, span => span.From, span => span.From);

    /// <summary>The spells of work that stand: one of the same kind and first day corrects an earlier statement (a job that ended, say).</summary>
    public IReadOnlyList<EmploymentSpell> StandingEmployment => Standing(Employment, spell => spell.Span.From, spell => (spell.Kind, spell.Span.From));

    /// <summary>The spells of insurance that stand: one of the same first day corrects an earlier statement.</summary>
    public IReadOnlyList<DateSpan> StandingInsurance => Standing(Insurance, span => span.From, span => span.From);

    /// <summary>The spells of schooling that stand: one of the same first day corrects an earlier statement.</summary>
    public IReadOnlyList<DateSpan> StandingStudy => Standing(Study, span => span.From, span => span.From);

    /// <summary>The district of the city the person lives in (or last lived in) on a day.</summary>
    public DivisionCode DistrictOn(LocalDate day)
    {
        for (var i = Abodes.Count - 1; i > 0; i--)
        {
            if (Abodes[i].Since <= day && Abodes[i].Division.IsIn(City))
            {
                return Abodes[i].Division;
            }
        }

        return Abodes[0].Division;
    }

    // Most people tell their life in its order, and then nothing corrects anything.
    private static IReadOnlyList<T> Standing<T, TKey>(IReadOnlyList<T> stated, Func<T, LocalDate> from, Func<T, TKey> key)
        where TKey : notnull
    {
        for (var i = 1; i < stated.Count; i++)
        {
            if (from(stated[i]) <= from(stated[i - 1]))
            {
                return [.. stated.GroupBy(key, (_, same) => same.Last())];
            }
        }

        return stated;
    }
}
