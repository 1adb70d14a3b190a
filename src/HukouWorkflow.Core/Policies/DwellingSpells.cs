using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies;

/// <summary>The spells in which a person had a dwelling of some kinds.</summary>
internal static class DwellingSpells
{
    public static IReadOnlyList<DateSpan> Of(SettlementFacts facts, IReadOnlyList<Dwelling> kinds)
    {
        var spells = new List<DateSpan>();
        for (var i = 0; i < facts.Dwellings.Count; i++)
        {
            if (kinds.Contains(facts.Dwellings[i].Dwelling))
            {
                spells.Add(new DateSpan(facts.Dwellings[i].Since, i + 1 < facts.Dwellings.Count ? facts.Dwellings[i + 1].Since : null));
            }
        }

        return spells;
    }
}
