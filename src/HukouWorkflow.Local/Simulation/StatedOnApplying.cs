using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Gathers what had happened by the day of the application, which states it all at once.</summary>
internal sealed class StatedOnApplying
{
    private readonly List<Abode> _moves = [];
    private readonly List<LocalDate> _endorsements = [];
    private readonly List<DateSpan> _absences = [];
    private readonly List<EmploymentSpell> _employment = [];
    private readonly List<DateSpan> _insurance = [];
    private readonly List<DwellingSince> _dwellings = [];

    /// <summary>Adds a fact.</summary>
    /// <exception cref="ArgumentException">No life story tells facts of this kind.</exception>
    public void Add(FactStated fact)
    {
        switch (fact)
        {
            case ResidenceMoved moved:
                _moves.Add(new Abode(moved.On, moved.Division));
                break;
            case ResidenceEndorsed endorsed:
                _endorsements.Add(endorsed.On);
                break;
            case AbsenceStated absence:
                _absences.Add(new DateSpan(absence.From, absence.To));
                break;
            case EmploymentStated stated:
                _employment.Add(stated.Spell);
                break;
            case InsuranceStated stated:
                _insurance.Add(stated.Span);
                break;
            case DwellingStated stated:
                _dwellings.Add(new DwellingSince(stated.On, stated.Dwelling));
                break;
            default:
                throw new ArgumentException($"An application here does not state {fact.GetType().Name}.", nameof(fact));
        }
    }

    /// <summary>The application's facts.</summary>
    public SettlementFacts Of(DivisionCode city, LocalDate arrived, ResidenceBasis basis, DivisionCode home, IReadOnlyList<HouseholdMember> household) => new()
    {
        City = city,
        Registration = Registration.Municipal,
        Hukou = HukouKind.Rural,
        ResidenceFrom = arrived,
        Basis = basis,
        Abodes = [new Abode(arrived, home), .. _moves.OrderBy(move => move.Since)],
        Endorsements = _endorsements,
        Absences = _absences,
        Employment = _employment,
        Insurance = _insurance,
        Dwellings = [.. _dwellings.OrderBy(dwelling => dwelling.Since)],
        Household = household,
    };
}
