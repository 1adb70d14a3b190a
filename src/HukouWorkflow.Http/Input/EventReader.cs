using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Contract;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges a fact stated after the application, in the light of what was stated before.</summary>
internal static class EventReader
{
    /// <summary>Reads an event.</summary>
    /// <param name="form">The form.</param>
    /// <param name="facts">What was stated before.</param>
    /// <param name="pack">The city's pack, or null where it is gone.</param>
    /// <param name="today">The present day in China.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The fact and what is sealed beside it, or null where something is wrong.</returns>
    public static EventRead? Read(EventForm form, SettlementFacts facts, PolicyPack? pack, LocalDate today, InputProblems problems)
    {
        var reader = new FormReader(problems, today);
        var life = new LifeReader(reader, problems, today);
        var read = form switch
        {
            EndorsedEventForm endorsed => Fact(reader.Day(endorsed.On, "/on", facts.ResidenceFrom) is { } on ? new ResidenceEndorsed(on) : null),
            AbsenceEventForm absence => ReadAbsence(reader, absence, facts, problems),
            MovedEventForm moved => ReadMove(reader, moved, facts, pack, problems),
            EmploymentEventForm employment => ReadEmployment(life, employment),
            InsuranceEventForm insurance => ReadInsurance(reader, insurance, facts, problems),
            TaxEventForm tax => Fact(life.Tax(tax.Year, tax.Amount, string.Empty) is { } paid ? new TaxStated(paid) : null),
            DwellingEventForm dwelling => ReadDwelling(reader, dwelling, facts),
            HouseholdEventForm member => ReadMember(life, member),
            QualificationEventForm awarded => Fact(life.Qualification(awarded.Kind, awarded.Since, string.Empty) is { } held ? new QualificationStated(held) : null),
            StudyEventForm study => Fact(reader.Span(study.From, study.To, string.Empty, null, open: true) is { } span ? new StudyStated(span) : null),
            RelativeEventForm relative => Fact(life.Relative(relative.Relation, relative.Since, string.Empty) is { } related ? new RelativeStated(related) : null),
            ElsewhereEventForm time => Fact(life.Elsewhere(new ElsewhereForm { Place = time.Place, What = time.What, From = time.From, To = time.To }, string.Empty) is { } earned ? new TimeElsewhereStated(earned) : null),
            NoRecordEventForm => Fact(new NoRecordDeclared()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return problems.None ? read : null;
    }

    private static EventRead? Fact(FactStated? fact) => fact is null ? null : new EventRead(fact, null, []);

    private static EventRead? ReadAbsence(FormReader reader, AbsenceEventForm form, SettlementFacts facts, InputProblems problems)
    {
        if (reader.Span(form.From, form.To, string.Empty, facts.ResidenceFrom, open: false) is not { } span)
        {
            return null;
        }

        if (facts.StandingAbsences.Any(other => other.From != span.From && FormReader.Overlap(span, other)))
        {
            problems.Add("/from", "event.overlapsEarlier");
        }

        return Fact(new AbsenceStated(span.From, span.To!.Value));
    }

    private static EventRead? ReadMove(FormReader reader, MovedEventForm form, SettlementFacts facts, PolicyPack? pack, InputProblems problems)
    {
        var on = reader.Day(form.On, "/on", facts.ResidenceFrom);
        var division = reader.Division(form.District, "/district");
        var address = reader.Text(form.Address, "/address", 300);
        if (division is { } to && to.IsIn(facts.City) && pack?.IsDistrict(to) == false)
        {
            problems.Add("/district", "destination.noDistrict", pack.Id);
        }

        return on is { } day && division is { } known
            ? new EventRead(new ResidenceMoved(day, known), address is null ? null : new PersonalAmendment { Address = address }, [])
            : null;
    }

    private static EventRead? ReadEmployment(LifeReader life, EmploymentEventForm form)
    {
        var warnings = new List<(string Pointer, string Text)>();
        var employer = life.Employer(form.Employer, "/employer", warnings);
        return life.Spell(new EmploymentForm { Kind = form.Kind, From = form.From, To = form.To, Workplace = form.Workplace, Contract = form.Contract }, string.Empty, null) is { } spell
            ? new EventRead(new EmploymentStated(spell), new PersonalAmendment { AddsEmployment = true, Employer = employer }, warnings)
            : null;
    }

    private static EventRead? ReadInsurance(FormReader reader, InsuranceEventForm form, SettlementFacts facts, InputProblems problems)
    {
        if (reader.Span(form.From, form.To, string.Empty, null, open: true) is not { } span)
        {
            return null;
        }

        if (facts.StandingInsurance.Any(other => other.From != span.From && FormReader.Overlap(span, other)))
        {
            problems.Add("/from", "event.overlapsEarlier");
        }

        return Fact(new InsuranceStated(span));
    }

    private static EventRead? ReadDwelling(FormReader reader, DwellingEventForm form, SettlementFacts facts)
    {
        var on = reader.Day(form.On, "/on", facts.ResidenceFrom);
        var dwelling = reader.Required(form.Dwelling, "/dwelling");
        return on is { } day && dwelling is { } kind ? Fact(new DwellingStated(day, kind)) : null;
    }

    private static EventRead? ReadMember(LifeReader life, HouseholdEventForm form) =>
        life.Member(0, form.Relation, form.Name, form.ResidentId, form.SchoolStage, string.Empty) is { } member
            ? new EventRead(new HouseholdMemberJoined(member.Member), new PersonalAmendment { Member = member.Personal }, [])
            : null;
}
