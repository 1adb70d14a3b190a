using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Agencies;

/// <summary>
/// What one agency is told: who it is about, and the claims that this agency keeps records of, and no others (Personal
/// Information Protection Law art. 6). It is the body of a request, and personal data.
/// </summary>
internal sealed record Disclosure
{
    public required Identity Person { get; init; }

    /// <summary>Population: where the household was registered.</summary>
    public OriginClaim? Origin { get; init; }

    /// <summary>Population: who moves along.</summary>
    public IEnumerable<Member>? Household { get; init; }

    /// <summary>Residence permits: the residence and what it rests on.</summary>
    public ResidenceClaim? Residence { get; init; }

    /// <summary>Social insurance: the spells of contribution.</summary>
    public IEnumerable<DateSpan>? Insurance { get; init; }

    /// <summary>Employment: the spells of work, with the employers.</summary>
    public IEnumerable<Work>? Employment { get; init; }

    /// <summary>Employment: what the person's enterprise paid, because the licences stand in this register.</summary>
    public IEnumerable<Tax>? Taxes { get; init; }

    /// <summary>Housing: the address and how the person lived.</summary>
    public HousingClaim? Housing { get; init; }

    /// <summary>Benefits: the six digits of the city whose benefit it is.</summary>
    public string? City { get; init; }

    /// <summary>Education: the stage of school a child attends.</summary>
    public SchoolStage? SchoolStage { get; init; }

    /// <summary>Education: the applicant, where the benefit is a child's.</summary>
    public Identity? Guardian { get; init; }

    /// <summary>What a register is told.</summary>
    public static Disclosure To(Register register, Inquiry inquiry)
    {
        var (facts, personal) = (inquiry.Facts, inquiry.Personal);
        var applicant = new Disclosure { Person = new Identity(personal.Name, personal.ResidentId) };
        return register switch
        {
            Register.Population => applicant with
            {
                Origin = new OriginClaim(personal.OriginDivision, facts.Registration, facts.Hukou),
                Household = facts.Household.Select(member => Member.Of(member, personal)),
            },
            Register.ResidencePermit => applicant with { Residence = ResidenceClaim.Of(facts, personal) },
            Register.SocialInsurance => applicant with { Insurance = facts.StandingInsurance },
            Register.Employment => applicant with
            {
                Employment = Work.Standing(facts, personal),
                Taxes = facts.Taxes.Select(tax => new Tax(tax.Year, tax.Paid.Amount)),
            },
            Register.Housing => applicant with { Housing = new HousingClaim(personal.Address, facts.Dwellings) },
            Register.PublicSecurity => applicant,
            _ => throw new ArgumentOutOfRangeException(nameof(register), register, "There is no such register."),
        };
    }

    /// <summary>
    /// What a benefit agency is told. Nothing in it changes while the benefit is owed (an address would): the same key with
    /// another body is refused, so a move in between would keep the benefit from ever being granted.
    /// </summary>
    public static Disclosure To(BenefitKind kind, Inquiry inquiry)
    {
        var (facts, personal) = (inquiry.Facts, inquiry.Personal);
        var applicant = new Identity(personal.Name, personal.ResidentId);
        var member = inquiry.Person == 0 ? null : personal.Household[inquiry.Person - 1];
        var request = new Disclosure
        {
            Person = member is null ? applicant : new Identity(member.Name, member.ResidentId),
            City = facts.City.ToString(),
        };
        return kind == BenefitKind.Education && member is not null
            ? request with { SchoolStage = member.SchoolStage, Guardian = applicant }
            : request;
    }

    /// <summary>A mask, never the data.</summary>
    public override string ToString() => "Disclosure(masked)";

    internal sealed record Identity(string? Name, string? ResidentId)
    {
        public override string ToString() => "Identity(masked)";
    }

    internal sealed record OriginClaim(string Division, Registration Registration, HukouKind Hukou);

    internal sealed record Member(Relation Relation, string? Name, string? ResidentId)
    {
        public static Member Of(HouseholdMember member, PersonalData personal)
        {
            var who = personal.Household[member.No - 1];
            return new Member(member.Relation, who.Name, who.ResidentId);
        }

        public override string ToString() => "Member(masked)";
    }

    internal sealed record ResidenceClaim(
        LocalDate From,
        ResidenceBasis Basis,
        string? PermitNumber,
        IEnumerable<Stay> Abodes,
        IEnumerable<LocalDate> Endorsements,
        IEnumerable<DateSpan> Absences)
    {
        public static ResidenceClaim Of(SettlementFacts facts, PersonalData personal) => new(
            facts.ResidenceFrom,
            facts.Basis,
            personal.PermitNumber,
            facts.Abodes.Select(abode => new Stay(abode.Since, abode.Division.ToString())),
            facts.Endorsements,
            facts.StandingAbsences);

        public override string ToString() => "ResidenceClaim(masked)";
    }

    internal sealed record Stay(LocalDate Since, string Division);

    internal sealed record Work(string? Employer, EmploymentKind Kind, LocalDate From, LocalDate? To)
    {
        /// <summary>The spells that stand. A correction that names no employer is of the employer it corrects.</summary>
        public static IEnumerable<Work> Standing(SettlementFacts facts, PersonalData personal) => facts.Employment
            .Select((spell, index) => new Work(personal.Employers.ElementAtOrDefault(index), spell.Kind, spell.Span.From, spell.Span.To))
            .GroupBy(work => (work.Kind, work.From), (_, stated) =>
                stated.Aggregate((earlier, later) => later with { Employer = later.Employer ?? earlier.Employer }));

        public override string ToString() => "Work(masked)";
    }

    internal sealed record Tax(int Year, decimal Paid);

    internal sealed record HousingClaim(string? Address, IEnumerable<DwellingSince> Dwellings)
    {
        public override string ToString() => "HousingClaim(masked)";
    }
}
