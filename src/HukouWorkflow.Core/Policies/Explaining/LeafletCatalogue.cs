namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>The sentences of a leaflet.</summary>
internal static class LeafletCatalogue
{
    /// <summary>Adds their keys, with what may fill them.</summary>
    public static void AddTo(Dictionary<string, string[]> keys)
    {
        foreach (var heading in (string[])["who", "ways", "points", "districts", "counting", "gains", "family", "places", "history", "unknown", "sources"])
        {
            keys["heading." + heading] = [];
        }

        keys["leaflet.title"] = ["city"];
        keys["leaflet.asOf"] = ["date", "version"];
        keys["leaflet.minimumAge"] = ["#years"];
        keys["leaflet.anyAge"] = [];
        keys["leaflet.anyRoute"] = [];
        keys["leaflet.route"] = ["route"];
        keys["leaflet.inClasses"] = ["classes"];
        keys["leaflet.district"] = ["class", "codes"];
        keys["leaflet.mark"] = ["number"];
        keys["leaflet.markUnverified"] = ["number"];
        keys["leaflet.source"] = ["number", "source"];
        keys["leaflet.sourceUnverified"] = ["number", "source"];
        AddCounting(keys);
        AddAsks(keys);
        keys["earns.perYear"] = ["title", "#points"];
        keys["earns.perYearMost"] = ["title", "#points", "most"];
        keys["earns.highest"] = ["title", "list"];
        keys["earns.qualification"] = ["held", "#points"];
        keys["earns.age"] = ["title", "#points", "limit"];
        keys["gains.permit"] = [];
        keys["gains.settlement"] = [];
        keys["comes.spouse"] = [];
        keys["comes.child"] = [];
        keys["comes.childUnder"] = ["#years"];
        keys["comes.parent"] = [];
        keys["comes.parentFrom"] = ["men", "women"];
        keys["places.number"] = ["#places", "day"];
        keys["places.unknown"] = ["day"];
        keys["history.opened"] = ["route"];
        keys["history.closed"] = ["route"];
        keys["history.value"] = ["what", "value"];
        keys["history.valueIn"] = ["value", "class"];
        keys["history.recognition"] = [];
        keys["history.family"] = [];
        keys["history.quota"] = [];
        keys["unit.days"] = ["#number"];
        keys["unit.years"] = ["#number"];
        keys["unit.points"] = ["#number"];
        keys["choice.gap"] = [];
        keys["choice.restart"] = [];
    }

    private static void AddCounting(Dictionary<string, string[]> keys)
    {
        keys["counts.left"] = [];
        keys["counts.gap"] = ["#grace"];
        keys["counts.restart"] = ["#grace"];
        keys["counts.absence"] = ["#days"];
        keys["counts.recognised"] = ["what", "places"];
        keys["counts.recognisedMost"] = ["what", "places", "most"];
    }

    private static void AddAsks(Dictionary<string, string[]> keys)
    {
        keys["asks.residence"] = ["period"];
        keys["asks.work"] = ["period", "kinds", "workplaces"];
        keys["asks.contract"] = ["contract", "kinds", "workplaces"];
        keys["asks.workplaces"] = ["workplaces"];
        keys["asks.insurance"] = ["period"];
        keys["asks.tax"] = ["amount", "#years"];
        keys["asks.dwelling"] = ["kinds"];
        keys["asks.dwellingFor"] = ["kinds", "period"];
        keys["asks.investment"] = [];
        keys["asks.investmentFor"] = ["period"];
        keys["asks.age"] = ["limits"];
        keys["asks.womenAtMost"] = ["#years"];
        keys["asks.study"] = ["period"];
        keys["asks.qualification"] = ["kinds"];
        keys["asks.points"] = ["#points"];
        keys["asks.pointsByRank"] = [];
        keys["asks.permit"] = [];
        keys["asks.permitFor"] = ["period"];
        keys["asks.noRecord"] = [];
        keys["asks.family"] = ["kinds"];
        keys["asks.familyFor"] = ["kinds", "period"];
        keys["asks.all"] = ["parts"];
        keys["asks.any"] = ["parts"];
        keys["asks.atLeast"] = ["#count", "parts"];
        keys["asks.place"] = [];
    }
}
