using System.Collections.Frozen;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>
/// Every sentence there is, by its key, with the names of what may fill it (<c>#</c> before those that are numbers). What an
/// enumeration lists has a key for each word, so a word that is added is missed at once, in both languages.
/// </summary>
internal static class TextCatalogue
{
    /// <summary>The criteria that count time.</summary>
    public static readonly IReadOnlyList<string> Clocks =
        ["residence", "work", "insurance", "dwelling", "investment", "study", "permit", "family"];

    /// <summary>The criteria that can be named in a sentence.</summary>
    public static readonly IReadOnlyList<string> Criteria =
        [.. Words<CriterionKind>.All, "annualQuota"];

    /// <summary>The places of every key.</summary>
    public static readonly FrozenDictionary<string, string[]> Places = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string[]> Build()
    {
        var keys = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Names(keys);
        Clock(keys);
        Others(keys);
        Remedies(keys);
        Above(keys);
        LeafletCatalogue.AddTo(keys);
        return keys;
    }

    private static void Names(Dictionary<string, string[]> keys)
    {
        Each(keys, "name", Criteria);
        Each(keys, "register", Words<Register>.All);
        Each(keys, "employment", Words<EmploymentKind>.All);
        Each(keys, "dwelling", Words<Dwelling>.All.Where(word => word is not "none"));
        Each(keys, "qualification", Words<QualificationKind>.All);
        Each(keys, "workplace", Words<Workplace>.All);
        Each(keys, "relation", Words<Relation>.All);
        Each(keys, "evidence", Words<EvidenceSource>.All, "register");
        keys["evidence.noRegister"] = [];
        keys["source"] = ["source"];
        keys["sourceUnverified"] = ["source"];
    }

    private static void Clock(Dictionary<string, string[]> keys)
    {
        foreach (var criterion in Clocks)
        {
            keys[$"clock.{criterion}.met"] = ["required", "since", "gaps"];
            keys[$"clock.{criterion}.notMet"] = ["required", "credited", "gaps"];
            keys[$"clock.{criterion}.none"] = ["required"];
            keys[$"clock.{criterion}.unknown"] = [];
        }

        keys["clock.recognised"] = ["#days"];
        Each(keys, "gap", Words<GapReason>.All, "#days", "span", "year", "endorsed");
        keys["gap.notEndorsed"] = keys["gap.lateEndorsement"];
        Each(keys, "open", Words<GapReason>.All, "since");
        keys["gap.more"] = ["#count", "#days"];
    }

    private static void Others(Dictionary<string, string[]> keys)
    {
        foreach (var criterion in (string[])["dwelling", "investment", "family", "permit"])
        {
            Verdicts(keys, "has." + criterion, "since", "kinds");
        }

        Verdicts(keys, "has.contract", "contract", "since");
        Verdicts(keys, "has.qualification", "held", "since", "kinds");
        Verdicts(keys, "has.noRecord");
        Verdicts(keys, "has.tax", "required", "#years", "paid");
        Verdicts(keys, "has.points", "#required", "#total");
        Verdicts(keys, "has.entry", "title", "#points", "ofMost");
        keys["has.entryMost"] = ["#most"];
        Verdicts(keys, "has.age", "limits", "born");
        keys["has.ageBetween"] = ["least", "most"];
        keys["has.ageAtLeast"] = ["#years"];
        keys["has.ageAtMost"] = ["#years"];
        Verdicts(keys, "has.all");
        Verdicts(keys, "has.any");
        Verdicts(keys, "has.atLeast", "#count", "#met");
        Verdicts(keys, "has.annualQuota");
        keys["has.quotaRank"] = ["#rank", "year", "#points"];
        keys["has.quotaPlaces"] = ["#places"];
    }

    private static void Remedies(Dictionary<string, string[]> keys)
    {
        keys["remedy.on"] = ["date"];
        keys["remedy.endorse"] = ["by", "date"];
        keys["remedy.missing"] = ["more", "what"];
        keys["remedy.nearest"] = ["route", "remedy"];
        Each(keys, "remedy.resume", Words<GapReason>.All);
        Each(keys, "remedy.state", Criteria.Except(["any", "all", "atLeast"], StringComparer.Ordinal));
        keys["remedy.tax"] = ["more", "#years"];
        keys["remedy.points"] = ["#more"];
        keys["remedy.contract"] = ["contract"];
        keys["remedy.ageOver"] = [];
        Each(keys, "remedy.need", ["dwelling", "investment", "qualification", "family", "permit"], "kinds");
    }

    private static void Above(Dictionary<string, string[]> keys)
    {
        keys["route.met"] = ["route", "date", "last"];
        keys["route.ahead"] = ["route", "date", "last"];
        keys["route.never"] = ["route", "open"];
        keys["route.unknown"] = ["route", "open"];
        keys["route.last"] = ["criterion"];
        keys["version.met"] = ["version", "route", "date"];
        keys["version.ahead"] = ["version", "route", "date"];
        keys["version.never"] = ["version"];
        keys["version.unknown"] = ["version"];
        keys["whole.met"] = ["city", "route", "date"];
        keys["whole.ahead"] = ["city", "route", "date"];
        keys["whole.never"] = ["city"];
        keys["whole.unknown"] = ["city"];
        keys["whole.only"] = ["version"];
        keys["whole.applied"] = ["version"];
        keys["whole.earlier"] = ["version", "applied", "date", "#days"];
        keys["whole.onlyLater"] = ["version", "applied"];
        keys["whole.otherwise"] = ["route", "date"];
    }

    private static void Verdicts(Dictionary<string, string[]> keys, string key, params string[] places)
    {
        Each(keys, key, Words<Verdict>.All, places);
    }

    private static void Each(Dictionary<string, string[]> keys, string key, IEnumerable<string> words, params string[] places)
    {
        foreach (var word in words)
        {
            keys[$"{key}.{word}"] = places;
        }
    }
}
