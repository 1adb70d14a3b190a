using System.Collections.Frozen;
using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>The rules of one city by date, resolved when they were read: judging a case looks nothing up by name.</summary>
public sealed partial record PolicyPack
{
    /// <summary>Its name: the folder it lies in.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The cities it is for; one, unless it states the national line for many.</summary>
    public required IReadOnlyList<DivisionCode> Cities { get; init; }

    /// <summary>The size class of the city, which decides the national ceiling (State Council Decree 663, art. 16).</summary>
    public required string CityClass { get; init; }

    /// <summary>The revision of the division codes that the districts were read from.</summary>
    public required string Divisions { get; init; }

    /// <summary>The districts of the city and the class of each; a whole city's class stands under the city's code.</summary>
    public required IReadOnlyDictionary<DivisionCode, string> DistrictClasses { get; init; }

    /// <summary>What the districts are called; one that is not here is known by its code alone.</summary>
    public IReadOnlyDictionary<DivisionCode, LocalizedText> DistrictNames { get; init; } = FrozenDictionary<DivisionCode, LocalizedText>.Empty;

    /// <summary>What each district class is called.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> ClassTitles { get; init; }

    /// <summary>Every parameter, in order of name.</summary>
    public required IReadOnlyList<PolicyParameter> Parameters { get; init; }

    /// <summary>Every route that ever was or will be, in the pack's order.</summary>
    public required IReadOnlyList<PolicyRoute> Routes { get; init; }

    /// <summary>The points table, in the pack's order; empty where it has none.</summary>
    public IReadOnlyList<PointsEntry> Points { get; init; } = [];

    /// <summary>Years earned elsewhere that the city recognises; empty where none are.</summary>
    public IReadOnlyList<Recognition> Recognition { get; init; } = [];

    /// <summary>Who may come along, by date; empty where the pack does not say, and nobody is kept out.</summary>
    public IReadOnlyList<FamilyTerms> Family { get; init; } = [];

    /// <summary>What each stage brings, or null where the pack does not say.</summary>
    public Benefits? Benefits { get; init; }

    /// <summary>The places a year on the ranked route, or null where no route is ranked.</summary>
    public AnnualQuota? AnnualQuota { get; init; }

    /// <summary>What is not known about the city's rules, to be shown with them.</summary>
    public required IReadOnlyList<LocalizedText> Unknowns { get; init; }

    /// <summary>The versions in order of date; never empty.</summary>
    public required IReadOnlyList<PolicyVersion> Versions { get; init; }

    internal IReadOnlyDictionary<Language, PackTexts> Texts { get; init; } = FrozenDictionary<Language, PackTexts>.Empty;

    internal PolicyParameter? MinimumAge { get; init; }

    internal PolicyParameter? LateEndorsementEffect { get; init; }

    internal PolicyParameter? AbsenceAllowance { get; init; }

    internal SourceLine At { get; init; }

    /// <summary>Whether a division is a district of one of the cities.</summary>
    public bool IsDistrict(DivisionCode division) =>
        DistrictClasses.ContainsKey(division) || Cities.Any(city => DistrictClasses.ContainsKey(city) && division.IsIn(city));

    /// <summary>The version in force on a day, or null before the first.</summary>
    public PolicyVersion? VersionOn(LocalDate day) => Versions.LastOrDefault(version => version.From <= day);

    /// <summary>The day the next version after a day comes into force, or null where none is known.</summary>
    public LocalDate? NextVersionAfter(LocalDate day) => Versions.FirstOrDefault(version => version.From > day)?.From;

    /// <summary>The age from which a person may apply on a day, or null where the pack asks for none.</summary>
    public MinimumAge? MinimumAgeOn(LocalDate day) =>
        MinimumAge?.On(day) is { Value: { } years } value ? new(int.Parse(years, CultureInfo.InvariantCulture), value.Citation) : null;

    /// <summary>Tells an evaluation by this pack in sentences: the whole, each version, each route, each criterion.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="language">The language to tell it in.</param>
    public Explanation Explain(Evaluation evaluation, Language language) => new Explainer(this, Texts[language], evaluation).Explain();

    /// <summary>The rules of a day as an applicant reads them, or null before the first version.</summary>
    internal Leaflet? Leaflet(Language language, LocalDate day) =>
        VersionOn(day) is { } version ? new LeafletWriter(this, Texts[language], version, day).Write() : null;

    /// <summary>The places given on a day of the quota, or null where their number is not known or the route is not ranked then.</summary>
    public int? PlacesOn(LocalDate day) => AnnualQuota is { Places: { } places } quota && quota.IsInForceOn(day) ? Whole(places, day) : null;

    /// <summary>Whether a member of the household may come along. Where the pack does not say, everybody may.</summary>
    /// <param name="member">The member; an age limit is reckoned from the year of birth in their favour, and one whose year is not known does not keep within it.</param>
    /// <param name="version">The day whose terms are asked.</param>
    /// <param name="today">The day on which the member's age is looked at.</param>
    internal bool MayComeAlong(HouseholdMember member, LocalDate version, LocalDate today)
    {
        if (Family.Count == 0)
        {
            return true;
        }

        // A child's school entry tells the latest year it can be born in; journals from before the year was kept have only that.
        var born = member.BornIn ?? (member.SchoolEntry - 6);
        return Family.Where(terms => terms.IsInForceOn(version))
            .SelectMany(terms => terms.Members)
            .Any(may => may.Relation == member.Relation && may.Relation switch
            {
                Relation.Child => may.Under is not { } under || today.Year - born <= Whole(under, version),
                Relation.Parent => LeastAge(may, member.Sex, version) is not { } least || today.Year - born >= least,
                _ => true,
            });
    }

    /// <summary>The kinds of benefit that a settlement brings on a day. Where the pack does not say, all.</summary>
    internal IEnumerable<BenefitKind> BenefitsOn(LocalDate day) => Enum.GetValues<BenefitKind>()
        .Where(kind => Benefits is null || Benefits.Settlement.Any(benefit => benefit.IsGrantedOn(day) && string.Equals(benefit.Id, Words<BenefitKind>.WordFor(kind), StringComparison.Ordinal)));

    /// <summary>
    /// Judges what was stated by the version the application was made under and by every later one in force by today. The
    /// district class is that of the district lived in today.
    /// </summary>
    /// <param name="facts">What was stated.</param>
    /// <param name="appliedUnder">The version in force when the application was made, or any day on which it was.</param>
    /// <param name="today">The day of the evaluation, in China.</param>
    /// <param name="checks">What the registers answered so far; it is shown as evidence and changes no verdict.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version was in force on either day; nobody can have applied under this pack.</exception>
    public Evaluation Evaluate(SettlementFacts facts, LocalDate appliedUnder, LocalDate today, IReadOnlyList<RegisterCheck> checks)
    {
        var stated = new StatedCase(facts, today, checks);
        var results = new List<VersionEvaluation>(Versions.Count);
        VersionEvaluation? best = null;
        for (var i = 0; i < Versions.Count; i++)
        {
            var version = Versions[i];
            var isLater = version.From > appliedUnder;
            if (isLater ? version.From > today : version.Until <= appliedUnder)
            {
                continue;
            }

            // Nobody is settled by a rule on a day before it existed.
            var result = version.Evaluate(stated, notBefore: isLater ? version.From : null);
            results.Add(result);
            best = best is null || result.IsMetBefore(best) ? result : best;
        }

        return best is null
            ? throw new ArgumentOutOfRangeException(nameof(appliedUnder), appliedUnder, "No version of the pack was in force. Ask VersionOn before taking an application.")
            : new Evaluation(best, results);
    }

    private int? LeastAge(FamilyMember may, Sex? sex, LocalDate day) => (Whole(may.Men, day), Whole(may.Women, day)) switch
    {
        ({ } men, { } women) => sex switch { Sex.Male => men, Sex.Female => women, _ => Math.Min(men, women) },
        var (men, women) => men ?? women,
    };

    private int? Whole(string? parameter, LocalDate day) =>
        parameter is not null && Parameters.First(each => string.Equals(each.Name, parameter, StringComparison.Ordinal)).On(day)?.Value is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
