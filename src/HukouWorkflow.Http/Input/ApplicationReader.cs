using System.Text.RegularExpressions;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Contract;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges an application as a whole and turns what is right into facts and, apart from them, personal data.</summary>
internal static partial class ApplicationReader
{
    private static readonly string[] Languages = ["zh-CN", "en"];

    /// <summary>Reads an application.</summary>
    /// <param name="form">The form.</param>
    /// <param name="book">The rules.</param>
    /// <param name="today">The present day in China.</param>
    /// <param name="applicant">Stands for the account that applies.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The application, or null where something is wrong.</returns>
    public static ApplicationRead? Read(ApplicationForm form, PolicyBook book, LocalDate today, PersonKey applicant, InputProblems problems)
    {
        var reader = new FormReader(problems, today);
        var life = new LifeReader(reader, problems, today);
        var warnings = new List<(string Pointer, string Text)>();
        var personal = ReadApplicant(reader, form.Applicant, problems, out var id);
        var pack = ReadDestination(reader, form.Destination, book, problems, out var city, out var district);
        var origin = ReadOrigin(reader, form.Origin, pack is null ? null : city, problems);
        var residence = reader.Required(form.Residence, "/residence") is { } stated
            ? life.Residence(stated, "/residence", id?.BirthDate)
            : null;
        var (spells, employers) = life.Employment(form.Employment, id?.BirthDate, warnings);
        var insurance = life.Insurance(form.Insurance, id?.BirthDate);
        var taxes = life.Taxes(form.Taxes);
        var qualifications = life.Qualifications(form.Qualifications);
        var study = life.Study(form.Study);
        var relatives = life.Relatives(form.Relatives);
        var elsewhere = life.Elsewhere(form.Elsewhere);
        var noRecord = life.NoRecord(form.Declarations);
        var members = ReadHousehold(reader, life, form.Household, id, problems);
        var consent = ReadConsent(reader, form.Consent, problems);
        if (pack?.MinimumAgeOn(today) is { } minimum && id is not null && id.AgeOn(today) < minimum.Years)
        {
            problems.Add("/applicant/residentId", "application.tooYoung", minimum.Years);
        }

        var permitNumber = reader.Text(form.Residence?.PermitNumber, "/residence/permitNumber", 40);
        var address = reader.Text(form.Destination?.Address, "/destination/address", 300);
        if (pack is not null && pack.VersionOn(today) is null)
        {
            problems.Add("/destination/city", "application.noVersion");
        }

        if (!problems.None)
        {
            return null;
        }

        var facts = new SettlementFacts
        {
            City = city!.Value,
            Registration = form.Origin!.Registration!.Value,
            Hukou = form.Origin.Hukou!.Value,
            ResidenceFrom = residence!.From!.Value,
            Basis = residence.Basis,
            Abodes = [new Abode(residence.From.Value, district!.Value)],
            Endorsements = residence.Endorsements,
            Absences = residence.Absences,
            Employment = spells,
            Insurance = insurance,
            Taxes = taxes,
            Dwellings = residence.Dwelling is { } dwelling ? [new DwellingSince(residence.From.Value, dwelling)] : [],
            Household = members.ConvertAll(member => member.Member),
            BornIn = id!.BirthDate.Year,
            Sex = id.Sex,
            Qualifications = qualifications,
            Study = study,
            Relatives = relatives,
            Elsewhere = elsewhere,
            NoRecord = noRecord,
        };
        var received = new ApplicationReceived
        {
            Applicant = applicant,
            Pack = pack!.Id,
            Version = pack.VersionOn(today)!.From,
            Facts = facts,
            Consent = consent!.Value,
            LandElection = form.LandElection,
        };
        var whole = personal! with
        {
            OriginDivision = origin!.Value.ToString(),
            Address = address,
            PermitNumber = permitNumber,
            Employers = employers,
            Household = members.ConvertAll(member => member.Personal),
        };
        return new ApplicationRead(received, whole, id, warnings);
    }

    private static PersonalData? ReadApplicant(FormReader reader, ApplicantForm? form, InputProblems problems, out ResidentId? id)
    {
        id = null;
        if (reader.Required(form, "/applicant") is null)
        {
            return null;
        }

        var name = reader.Text(reader.Required(form!.Name, "/applicant/name"), "/applicant/name", 100);
        id = reader.ResidentId(form.ResidentId, "/applicant/residentId");
        if (form.Phone is { } phone && !TelephoneNumber().IsMatch(phone))
        {
            problems.Add("/applicant/phone", "input.phone");
        }

        if (form.Language is { } language && !Languages.Contains(language, StringComparer.Ordinal))
        {
            problems.Add("/applicant/language", "input.expectedOneOf", string.Join(", ", Languages));
        }

        return name is null || id is null
            ? null
            : new PersonalData { Name = name, ResidentId = id.Value, Phone = form.Phone, Language = form.Language, OriginDivision = string.Empty };
    }

    private static PolicyPack? ReadDestination(
        FormReader reader,
        DestinationForm? form,
        PolicyBook book,
        InputProblems problems,
        out DivisionCode? city,
        out DivisionCode? district)
    {
        (city, district) = (null, null);
        if (reader.Required(form, "/destination") is null)
        {
            return null;
        }

        reader.Required(form!.District, "/destination/district");
        return DestinationReader.Read(reader, form.City, form.District, "/destination", book, problems, out city, out district);
    }

    private static DivisionCode? ReadOrigin(FormReader reader, OriginForm? form, DivisionCode? city, InputProblems problems)
    {
        if (reader.Required(form, "/origin") is null)
        {
            return null;
        }

        var division = reader.Division(form!.Division, "/origin/division");
        var registration = reader.Required(form.Registration, "/origin/registration");
        _ = reader.Required(form.Hukou, "/origin/hukou");
        if (division is { } from && city is { } to && registration is { } stated && from.IsIn(to) != (stated == Registration.Municipal))
        {
            problems.Add("/origin/registration", stated == Registration.Municipal ? "origin.notMunicipal" : "origin.notExternal");
        }

        return division;
    }

    private static List<(HouseholdMember Member, PersonalMember Personal)> ReadHousehold(
        FormReader reader,
        LifeReader life,
        IReadOnlyList<HouseholdForm?>? forms,
        ResidentId? applicant,
        InputProblems problems)
    {
        var members = new List<(HouseholdMember, PersonalMember)>();
        var people = new HashSet<string>(StringComparer.Ordinal);
        if (applicant is not null)
        {
            people.Add(applicant.Value);
        }

        foreach (var (form, pointer) in reader.Entries(forms, "/household"))
        {
            if (life.Member(members.Count + 1, form.Relation, form.Name, form.ResidentId, form.SchoolStage, pointer) is not { } member)
            {
                continue;
            }

            if (!people.Add(member.Id.Value))
            {
                problems.Add($"{pointer}/residentId", "household.samePerson");
            }

            members.Add((member.Member, member.Personal));
        }

        return members;
    }

    private static Consent? ReadConsent(FormReader reader, ConsentForm? form, InputProblems problems)
    {
        if (reader.Required(form, "/consent") is null)
        {
            return null;
        }

        var automatic = reader.Required(form!.AutomaticGrant, "/consent/automaticGrant");
        var checks = reader.Required(form.RegisterChecks, "/consent/registerChecks");
        if (checks is false)
        {
            problems.Add("/consent/registerChecks", "consent.registerChecks");
        }

        return automatic is { } grant && checks is { } asked ? new Consent(grant, asked) : null;
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex TelephoneNumber();
}
