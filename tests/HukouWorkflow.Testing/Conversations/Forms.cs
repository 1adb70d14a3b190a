using System.Text.Json.Nodes;

namespace HukouWorkflow.Testing.Conversations;

/// <summary>Bodies that are right; a test changes what it is about.</summary>
public static class Forms
{
    /// <summary>An employer's code whose check character fits (GB 32100-2015).</summary>
    public const string Employer = "91350100M000100Y43";

    /// <summary>Somebody who took up residence a few weeks before the tests' first day.</summary>
    public static JsonObject Application(Settler settler) => Application(settler, "2026-10-01");

    public static JsonObject Application(Settler settler, string residenceFrom) => new()
    {
        ["applicant"] = new JsonObject { ["name"] = settler.Name, ["residentId"] = settler.ResidentId },
        ["origin"] = new JsonObject { ["division"] = "500230", ["registration"] = "municipal", ["hukou"] = "rural" },
        ["destination"] = new JsonObject { ["city"] = "500000", ["district"] = "500105" },
        ["residence"] = new JsonObject { ["from"] = residenceFrom, ["basis"] = "permit" },
        ["consent"] = new JsonObject { ["automaticGrant"] = true, ["registerChecks"] = true },
    };

    /// <summary>Somebody whose five years were complete on the tests' first day, every endorsement made.</summary>
    public static JsonObject MatureApplication(Settler settler)
    {
        var form = Application(settler, "2021-10-01");
        form["residence"]!["endorsements"] = new JsonArray("2022-09-20", "2023-09-20", "2024-09-20", "2025-09-20");
        return form;
    }

    public static JsonObject Member(string relation, Settler person) =>
        new() { ["relation"] = relation, ["name"] = person.Name, ["residentId"] = person.ResidentId };

    public static JsonObject Endorsed(string on) => new() { ["type"] = "endorsed", ["on"] = on };
}
