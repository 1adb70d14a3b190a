using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies;

/// <summary>The work that a criterion counts.</summary>
/// <param name="Kinds">Its kinds.</param>
/// <param name="Workplaces">The workplaces, or none where it may be anywhere.</param>
internal sealed record CountedWork(IReadOnlyList<EmploymentKind> Kinds, IReadOnlyList<Workplace> Workplaces)
{
    /// <summary>Investment, wherever it is.</summary>
    public static readonly CountedWork Investment = new([EmploymentKind.Investment], []);

    /// <summary>Work of every kind.</summary>
    public static readonly CountedWork Any = new(Enum.GetValues<EmploymentKind>(), []);

    public IReadOnlyList<DateSpan> Of(SettlementFacts facts)
    {
        var standing = facts.StandingEmployment;
        var spells = new List<DateSpan>(standing.Count);
        for (var i = 0; i < standing.Count; i++)
        {
            if (Counts(standing[i]))
            {
                spells.Add(standing[i].Span);
            }
        }

        return spells;
    }

    public bool Counts(EmploymentSpell spell) =>
        Kinds.Contains(spell.Kind) && (Workplaces.Count == 0 || (spell.Workplace is { } place && Workplaces.Contains(place)));
}
