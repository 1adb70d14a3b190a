using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies;

/// <summary>The work that a criterion counts.</summary>
/// <param name="Kinds">Its kinds.</param>
/// <param name="Workplaces">The workplaces, or none where it may be anywhere.</param>
internal sealed record CountedWork(IReadOnlyList<EmploymentKind> Kinds, IReadOnlyList<Workplace> Workplaces)
{
    public IEnumerable<DateSpan> Of(SettlementFacts facts) => Spells(facts).Select(spell => spell.Span);

    public IEnumerable<EmploymentSpell> Spells(SettlementFacts facts) => facts.StandingEmployment.Where(spell =>
        Kinds.Contains(spell.Kind) && (Workplaces.Count == 0 || (spell.Workplace is { } place && Workplaces.Contains(place))));
}
