using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>Makes synthetic people as a scenario describes them.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="pack">The pack of the city.</param>
/// <param name="end">The day the simulation ends; nobody's life is told further.</param>
internal sealed class PersonMaker(Scenario scenario, PolicyPack pack, LocalDate end)
{
    // Whatever happens on a day is told in the morning, after what the case itself does at the day's first instant.
    private static readonly Duration Morning = Duration.FromHours(10);
    private static readonly PersonKey Nobody = PersonKey.FromBytes(stackalloc byte[PersonKey.Length]);

    private readonly double[] _shares = [.. scenario.Districts.Values];
    private readonly DivisionCode[][] _districts =
        [.. scenario.Districts.Keys.Select(name => pack.DistrictClasses.Where(each => string.Equals(each.Value, name, StringComparison.Ordinal)).Select(each => each.Key).OrderBy(code => code.Value).ToArray())];

    // Any division of another province will do: all that counts is that it is not the city.
    private readonly DivisionCode _elsewhere = new(pack.Cities[0].Province == 51 ? 110000 : 510000);

    /// <summary>Makes a person, or none where they would apply after the end.</summary>
    /// <param name="arrives">The day they take up residence.</param>
    /// <param name="dice">Their dice.</param>
    public Person? Make(LocalDate arrives, Dice dice)
    {
        var applies = LocalDate.Max(arrives, scenario.Start).PlusDays(dice.Of(scenario.AppliesAfter));
        if (applies >= end || pack.VersionOn(applies) is not { } version)
        {
            return null;
        }

        var life = new LifeStory(scenario, arrives, end, dice, District(dice), District(dice), _elsewhere);
        var told = new List<(LocalDate On, FactStated Fact)>();
        var facts = new StatedOnApplying();
        var opened = arrives;
        foreach (var (happened, fact) in life.Tell())
        {
            if (happened <= applies)
            {
                facts.Add(fact);
            }
            else
            {
                var on = happened.PlusDays(dice.Of(scenario.TellsAfter));
                // The end of a spell corrects what was said of its beginning, so it is never told before that.
                (on, opened) = Spell(fact) switch
                {
                    { To: null } => (on, LocalDate.Max(opened, on)),
                    { } => (LocalDate.Max(opened, on), opened),
                    null => (on, opened),
                };
                told.Add((on, fact));
            }
        }

        var commands = new List<(Instant, CaseCommand)>(told.Count + 2)
        {
            (At(applies), new CaseCommand.Submit(new ApplicationReceived
            {
                Applicant = Nobody,
                Pack = pack.Id,
                Version = version.From,
                Facts = facts.Of(pack.Cities[0], arrives, life.Basis, life.Home, Household(arrives, dice)),
                Consent = new Consent(dice.Happens(scenario.Consents), RegisterChecks: true),
            })),
        };
        // A stable order: what is told on one day is told as it happened.
        commands.AddRange(told.OrderBy(each => each.On).Select(each => (At(each.On), (CaseCommand)new CaseCommand.StateFact(each.Fact))));
        if (Withdrawal(applies, dice) is { } day)
        {
            commands.RemoveAll(each => each.Item1 > At(day));
            commands.Add((At(day), new CaseCommand.Withdraw()));
        }

        return new Person(commands);
    }

    private static DateSpan? Spell(FactStated fact) => fact switch
    {
        EmploymentStated stated => stated.Spell.Span,
        InsuranceStated stated => stated.Span,
        _ => null,
    };

    private static Instant At(LocalDate day) => ChinaTime.StartOf(day) + Morning;

    private DivisionCode District(Dice dice)
    {
        var districts = _districts[dice.Of(_shares)];
        return districts[dice.Below(districts.Length)];
    }

    private List<HouseholdMember> Household(LocalDate arrives, Dice dice)
    {
        var household = new List<HouseholdMember>();
        if (dice.Happens(scenario.Family.Spouse))
        {
            household.Add(new HouseholdMember(1, Relation.Spouse, null));
        }

        for (var children = dice.Of(scenario.Family.Children); children > 0; children--)
        {
            var born = arrives.PlusYears(-dice.Of(scenario.Family.ChildAge)).PlusDays(-dice.Below(365));
            household.Add(new HouseholdMember(household.Count + 1, Relation.Child, HouseholdMember.SchoolEntryOf(born)));
        }

        return household;
    }

    private LocalDate? Withdrawal(LocalDate applies, Dice dice)
    {
        for (var year = applies; year < end; year = year.PlusYears(1))
        {
            if (dice.Happens(scenario.Withdraws))
            {
                return year.PlusDays(1 + dice.Below(365));
            }
        }

        return null;
    }
}
