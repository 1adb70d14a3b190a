using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;
using static HukouWorkflow.Core.Tests.Policies.Explaining.Found;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

/// <summary>Every criterion with every verdict it can have, as findings; the day is 23 November 2026.</summary>
internal static class CriterionCases
{
    private static readonly LocalDate Past = new(2024, 3, 1);
    private static readonly LocalDate Ahead = new(2028, 3, 1);

    public static readonly IReadOnlyDictionary<string, Finding> All = new Dictionary<string, Finding>(StringComparer.Ordinal)
    {
        ["residence met"] = Clock("residence", Verdict.Met, Past, "P5Y", 2000),
        ["residence ahead"] = Clock("residence", Verdict.NotMet, Ahead, "P5Y", 1773, Late(2024, new(2024, 11, 3))),
        ["residence recognised"] = Clock("residence", Verdict.NotMet, Ahead, "P5Y", 800) with
        { Figures = [new("required", "P5Y", "period"), new("creditedDays", "800", "days"), new("recognisedDays", "365", "days")] },
        ["residence halted"] = Clock("residence", Verdict.NotMet, null, "P5Y", 366, Open(new(2026, 10, 1), GapReason.LateEndorsement)),
        ["residence away"] = Clock("residence", Verdict.NotMet, null, "P5Y", 366, Open(new(2026, 10, 1), GapReason.Absence)),
        ["residence left"] = Clock("residence", Verdict.NotMet, null, "P5Y", 366, Open(new(2026, 10, 1), GapReason.LeftCity)),
        ["residence unknown"] = Rule("residence", Verdict.Unknown, null),
        ["work met"] = Clock("work", Verdict.Met, Past, "P3Y", 2000),
        ["work ahead"] = Clock("work", Verdict.NotMet, Ahead, "P3Y", 366, new Gap(new(2025, 1, 1), new(2025, 1, 2), GapReason.NotEmployed)),
        ["work halted"] = Clock("work", Verdict.NotMet, null, "P3Y", 365, Open(new(2026, 1, 1), GapReason.NotEmployed)),
        ["work none"] = Rule("work", Verdict.NotMet, null, new("required", "P3Y", "period"), new("creditedDays", "0", "days")),
        ["work unknown"] = Rule("work", Verdict.Unknown, null),
        ["contract met"] = Rule("work", Verdict.Met, Past, new("contract", "P1Y", "period"), new("since", "2024-03-01", "date")),
        ["contract not met"] = Rule("work", Verdict.NotMet, null, new Figure("contract", "P1Y", "period")),
        ["contract unknown"] = Rule("work", Verdict.Unknown, null, new Figure("contract", "P1Y", "period")),
        ["insurance met"] = Clock("insurance", Verdict.Met, Past, "P2Y", 900),
        ["insurance ahead"] = Clock("insurance", Verdict.NotMet, Ahead, "P4Y", 730, new Gap(new(2024, 12, 30), new(2025, 2, 1), GapReason.NotInsured)),
        ["insurance halted"] = Clock("insurance", Verdict.NotMet, null, "P4Y", 730, Open(new(2026, 1, 1), GapReason.NotInsured)),
        ["insurance none"] = Rule("insurance", Verdict.NotMet, null, new("required", "P1Y6M", "period"), new("creditedDays", "0", "days")),
        ["insurance unknown"] = Rule("insurance", Verdict.Unknown, null),
        ["tax met"] = Tax(Verdict.Met, Past, 1, 60_000),
        ["tax not met"] = Tax(Verdict.NotMet, null, 1, 30_000),
        ["tax over years"] = Tax(Verdict.NotMet, null, 3, 30_000.5m),
        ["tax ahead"] = Tax(Verdict.NotMet, new(2027, 1, 1), 1, 60_000),
        ["tax unknown"] = Rule("tax:x", Verdict.Unknown, null, new("required", "50000", "cny"), new("years", "3", "years")),
        ["dwelling met"] = Rule("dwelling", Verdict.Met, Past, new Figure("since", "2024-03-01", "date")),
        ["dwelling not met"] = Rule("dwelling", Verdict.NotMet, null),
        ["dwelling unknown"] = Rule("dwelling", Verdict.Unknown, null),
        ["dwelling for a time met"] = Clock("dwelling", Verdict.Met, Past, "P1Y", 900),
        ["dwelling for a time ahead"] = Clock("dwelling", Verdict.NotMet, Ahead, "P2Y", 30, new Gap(new(2026, 1, 1), new(2026, 2, 1), GapReason.NoSuchDwelling)),
        ["dwelling for a time halted"] = Clock("dwelling", Verdict.NotMet, null, "P2Y", 30, Open(new(2026, 1, 1), GapReason.NoSuchDwelling)),
        ["dwelling for a time unknown"] = Rule("dwelling", Verdict.Unknown, null, new Figure("required", "P2Y", "period")),
        ["investment met"] = Rule("investment", Verdict.Met, Past, new Figure("since", "2024-03-01", "date")),
        ["investment not met"] = Rule("investment", Verdict.NotMet, null),
        ["investment unknown"] = Rule("investment", Verdict.Unknown, null),
        ["investment for a time ahead"] = Clock("investment", Verdict.NotMet, Ahead, "P1Y", 30),
        ["age met"] = Age(Verdict.Met, new(2010, 1, 1), 1992),
        ["age too young"] = Age(Verdict.NotMet, new(2028, 1, 1), 2010),
        ["age too old"] = Age(Verdict.NotMet, null, 1960),
        ["age unknown"] = Rule("age", Verdict.Unknown, null, new Figure("atMost", "45", "years")),
        ["study met"] = Clock("study", Verdict.Met, Past, "P1Y", 900),
        ["study ahead"] = Clock("study", Verdict.NotMet, Ahead, "P2Y", 1, new Gap(new(2026, 7, 1), new(2026, 9, 1), GapReason.NotEnrolled)),
        ["study halted"] = Clock("study", Verdict.NotMet, null, "P2Y", 100, Open(new(2026, 7, 1), GapReason.NotEnrolled)),
        ["study unknown"] = Rule("study", Verdict.Unknown, null, new Figure("required", "P1Y", "period")),
        ["qualification met"] = Rule("qualification", Verdict.Met, Past, new("held", "bachelor", "word"), new("since", "2024-03-01", "date")),
        ["qualification not met"] = Rule("qualification", Verdict.NotMet, null),
        ["qualification unknown"] = Rule("qualification", Verdict.Unknown, null),
        ["points met"] = Rule("points", Verdict.Met, Past, new("required", "100", "points"), new("total", "101.5", "points")),
        ["points not met"] = Rule("points", Verdict.NotMet, null, new("required", "100", "points"), new("total", "99", "points")),
        ["points ahead"] = Rule("points", Verdict.NotMet, Ahead, new("required", "100", "points"), new("total", "1", "points")),
        ["points unknown"] = Rule("points", Verdict.Unknown, null, new Figure("required", "1", "points")),
        ["entry met"] = Rule("points:degree", Verdict.Met, null, new("points", "26", "points"), new("atMost", "37", "points")),
        ["entry not met"] = Rule("points:degree", Verdict.NotMet, null, new Figure("points", "0", "points")),
        ["entry unknown"] = Rule("points:degree", Verdict.Unknown, null, new Figure("points", "0", "points")),
        ["permit met"] = Rule("permit", Verdict.Met, Past, new("required", "P0D", "period"), new("creditedDays", "900", "days")),
        ["permit not met"] = Rule("permit", Verdict.NotMet, null, new Figure("required", "P0D", "period")),
        ["permit unknown"] = Rule("permit", Verdict.Unknown, null, new Figure("required", "P0D", "period")),
        ["permit for a time met"] = Clock("permit", Verdict.Met, Past, "P7Y", 3000),
        ["permit for a time ahead"] = Clock("permit", Verdict.NotMet, Ahead, "P7Y", 2192),
        ["permit for a time lapsed"] = Clock("permit", Verdict.NotMet, null, "P7Y", 2190, Open(new(2026, 10, 1), GapReason.LateEndorsement)),
        ["noRecord met"] = Rule("noRecord", Verdict.Met, Past),
        ["noRecord not met"] = Rule("noRecord", Verdict.NotMet, null),
        ["noRecord unknown"] = Rule("noRecord", Verdict.Unknown, null),
        ["family met"] = Rule("family", Verdict.Met, Past, new("relation", "spouse", "word"), new("since", "2024-03-01", "date")),
        ["family not met"] = Rule("family", Verdict.NotMet, null),
        ["family unknown"] = Rule("family", Verdict.Unknown, null),
        ["family for a time met"] = Rule("family", Verdict.Met, new(2025, 3, 1), new("required", "P1Y", "period"), new("since", "2024-03-01", "date")),
        ["family for a time ahead"] = Rule("family", Verdict.NotMet, new(2029, 3, 1), new("required", "P5Y", "period"), new("since", "2024-03-01", "date")) with
        { Evidence = [new Evidence("family", EvidenceSource.Claimed, null)] },
        ["family for a time unknown"] = Rule("family", Verdict.Unknown, null, new Figure("required", "P5Y", "period")),
        ["all met"] = Rule("all", Verdict.Met, Past),
        ["all not met"] = Rule("all", Verdict.NotMet, null),
        ["all unknown"] = Rule("all", Verdict.Unknown, null),
        ["any met"] = Rule("any", Verdict.Met, Past),
        ["any not met"] = Rule("any", Verdict.NotMet, null),
        ["any unknown"] = Rule("any", Verdict.Unknown, null),
        ["atLeast met"] = Rule("atLeast", Verdict.Met, Past, new("count", "2", "count"), new("met", "3", "count")),
        ["atLeast not met"] = Rule("atLeast", Verdict.NotMet, null, new("count", "2", "count"), new("met", "1", "count")),
        ["atLeast unknown"] = Rule("atLeast", Verdict.Unknown, null, new("count", "2", "count"), new("met", "0", "count")),
        ["annualQuota met"] = Rule("annualQuota", Verdict.Met, Past, Quota),
        ["annualQuota not met"] = Rule("annualQuota", Verdict.NotMet, null, new Figure("places", "6000", "count")),
        ["annualQuota unknown"] = Rule("annualQuota", Verdict.Unknown, null),
        ["gaps no more than told"] = Clock("insurance", Verdict.NotMet, Ahead, "P7Y", 900, [.. Enumerable.Range(0, 3).Select(Month)]),
        ["gaps summed up"] = Clock("insurance", Verdict.NotMet, Ahead, "P7Y", 900, [.. Enumerable.Range(0, 4).Select(Month)]),
        ["gaps summed up but for the last"] = Clock(
            "insurance", Verdict.NotMet, null, "P7Y", 900, [.. Enumerable.Range(0, 5).Select(Month), Open(new(2026, 1, 1), GapReason.NotInsured)]),
        ["gap of a lapse cut short"] = Clock(
            "residence", Verdict.NotMet, Ahead, "P5Y", 900, Late(2024, new(2024, 10, 11)), new Gap(new(2024, 10, 11), new(2024, 10, 21), GapReason.LeftCity)),
        ["gap over two years"] = Clock("residence", Verdict.NotMet, Ahead, "P5Y", 900, Late(2022, new(2024, 3, 1))),
        ["gap of a restart"] = Clock(
            "residence",
            Verdict.NotMet,
            Ahead,
            "P5Y",
            900,
            new Gap(new(2021, 10, 1), new(2023, 10, 1), GapReason.Restart),
            new Gap(new(2023, 10, 1), new(2023, 10, 2), GapReason.LateEndorsement)),
        ["gap of an absence"] = Clock("residence", Verdict.NotMet, Ahead, "P5Y", 900, new Gap(new(2024, 10, 1), new(2024, 10, 3), GapReason.Absence)),
        ["gap after completion"] = Clock("insurance", Verdict.Met, Past, "P2Y", 900, new Gap(new(2025, 1, 1), null, GapReason.NotInsured)),
    };

    private static Figure[] Quota => [new("places", "6000", "count"), new("year", "2026", "year"), new("rank", "12", "count"), new("points", "101.5", "points")];

    private static Gap Late(int year, LocalDate endorsed) => new(new(year, 10, 1), endorsed, GapReason.LateEndorsement);

    private static Gap Open(LocalDate since, GapReason why) => new(since, null, why);

    private static Gap Month(int after) => new(new(2020 + after, 5, 1), new(2020 + after, 6, 1), GapReason.NotInsured);

    private static Finding Tax(Verdict verdict, LocalDate? metOn, int years, decimal paid) => Rule(
        "tax:x", verdict, metOn, new("required", "50000", "cny"), new("years", $"{years}", "years"), new("paid", FormattableString.Invariant($"{paid}"), "cny"));

    private static Finding Age(Verdict verdict, LocalDate? metOn, int born) => Rule(
        "age", verdict, metOn, new("atLeast", "18", "years"), new("atMost", "45", "years"), new("bornIn", $"{born}", "year"));
}
