using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>What happens to a person from the day they arrive to the end of the simulation, whoever is told of it.</summary>
internal sealed class LifeStory(Scenario scenario, LocalDate arrives, LocalDate end, Dice dice, DivisionCode home, DivisionCode secondHome, DivisionCode elsewhere)
{
    // An endorsement in time falls into the four weeks before the anniversary, all of them within the month it can be made in.
    private const int DaysEarly = 28;
    private readonly List<(LocalDate On, FactStated Fact)> _facts = [];
    private DateSpan? _outside;

    /// <summary>The first district lived in.</summary>
    public DivisionCode Home => home;

    /// <summary>What the residence rests on.</summary>
    public ResidenceBasis Basis { get; } = dice.Happens(scenario.Permits) ? ResidenceBasis.Permit : ResidenceBasis.Registration;

    /// <summary>What happens, each with the day from which it can be told, in no order; a fact that corrects another comes after it.</summary>
    public IReadOnlyList<(LocalDate On, FactStated Fact)> Tell()
    {
        Live();
        if (Basis == ResidenceBasis.Permit)
        {
            Endorse();
        }

        if (dice.Happens(scenario.Work.Share))
        {
            Work();
        }

        return _facts;
    }

    private void Live()
    {
        var owns = dice.Happens(scenario.Housing.OwnedOnArrival);
        Happens(arrives, new DwellingStated(arrives, owns ? Dwelling.Owned : Dwelling.Leased));
        for (var year = arrives; year < end && _outside is not { To: null }; year = year.PlusYears(1))
        {
            Travel(year);
            Move(year);
            if (!owns && dice.Happens(scenario.Housing.BuysPerYear))
            {
                owns = true;
                var day = SomeDayOf(year);
                Happens(day, new DwellingStated(day, Dwelling.Owned));
            }
        }
    }

    private void Travel(LocalDate year)
    {
        foreach (var habit in scenario.Absences)
        {
            if (dice.Happens(habit.PerYear))
            {
                var from = SomeDayOf(year);
                var to = from.PlusDays(dice.Of(habit.Days));
                Happens(to, new AbsenceStated(from, to));
            }
        }
    }

    private void Move(LocalDate year)
    {
        var moves = scenario.Moves;
        var day = SomeDayOf(year);
        if (_outside?.To > day)
        {
            return;
        }

        if (dice.Happens(moves.OutOfCity))
        {
            LocalDate? back = dice.Happens(moves.Returns) ? day.PlusDays(1 + dice.Of(moves.ReturnsAfter)) : null;
            _outside = new DateSpan(day, back);
            Happens(day, new ResidenceMoved(day, elsewhere));
            if (back is { } returned)
            {
                Happens(returned, new ResidenceMoved(returned, home));
            }
        }
        else if (dice.Happens(moves.WithinCity))
        {
            Happens(day, new ResidenceMoved(day, secondHome));
        }
    }

    private void Endorse()
    {
        var habits = scenario.Endorsements;
        for (var years = 1; arrives.PlusYears(years).PlusDays(-DaysEarly) < end && !dice.Happens(habits.GivesUp); years++)
        {
            var anniversary = arrives.PlusYears(years);
            var day = dice.Happens(habits.Late) ? anniversary.PlusDays(dice.Of(habits.DaysLate)) : anniversary.PlusDays(-dice.Below(DaysEarly));
            if (_outside is { } outside && outside.Contains(day))
            {
                // Nobody endorses from outside; who comes back does it then.
                if (outside.To is not { } back)
                {
                    return;
                }

                day = back;
            }

            Happens(day, new ResidenceEndorsed(day));
        }
    }

    private void Work()
    {
        var kind = dice.Happens(scenario.Work.Business) ? EmploymentKind.Business : EmploymentKind.Contract;
        var from = arrives.PlusDays(dice.Of(scenario.Work.StartsAfter));
        while (from < end)
        {
            var to = from.PlusDays(dice.Of(scenario.Work.Spell));
            var isInsured = dice.Happens(scenario.Insured);
            foreach (var span in (ReadOnlySpan<DateSpan>)[new(from, null), new(from, to)])
            {
                // An end corrects the spell that was stated open.
                var known = span.To ?? span.From;
                Happens(known, new EmploymentStated(new EmploymentSpell(kind, span)));
                if (isInsured)
                {
                    Happens(known, new InsuranceStated(span));
                }
            }

            from = to.PlusDays(dice.Of(scenario.Work.Between));
        }
    }

    private LocalDate SomeDayOf(LocalDate year) => year.PlusDays(1 + dice.Below(364));

    private void Happens(LocalDate on, FactStated fact)
    {
        if (on < end)
        {
            _facts.Add((on, fact));
        }
    }
}
