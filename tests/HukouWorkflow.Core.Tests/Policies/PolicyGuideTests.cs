using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Reading;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>docs/policies.md is all that whoever writes a pack has; what it does not name does not exist for them.</summary>
public sealed class PolicyGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "policies.md"));

    public static TheoryData<string> Vocabulary() =>
    [
        .. Words<CriterionKind>.All.Concat(Words<ParameterUnit>.All).Concat(Words<ValueStatus>.All).Concat(Words<Workplace>.All)
            .Concat(Words<QualificationKind>.All).Concat(Words<PointsEntryKind>.All).Concat(Words<BenefitKind>.All).Concat(Words<Verdict>.All)
            .Concat(Enum.GetValues<CriterionKind>().SelectMany(CriterionRole.Of).Select(role => role.Name))
            .Distinct(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Rules() =>
    [
        .. RefusalTests.Spoilt().Select(row => row.Data.Item5)
            .Concat(["missingFile", "unknownFile", "unusedParameter", "duplicateCity", "unknownRoute", "unit", "number", "amount", "points", "recognitionCircle", "tooMany", "depth", "sentence",
                "missingText", "unknownText", "oneLanguage", "placeholder", "unknownPlaceholder", "plural",
                "stricterThanReleased", "routeVanished", "versionVanished", "packVanished", "cityVanished", "districtVanished"])
            .Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Vocabulary))]
    public void Given_a_word_of_the_language_When_the_guide_is_read_Then_it_is_named(string word) =>
        Assert.Contains($"`{word}`", Guide, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Given_a_rule_of_the_check_When_the_guide_is_read_Then_it_is_named_in_the_table_of_rules(string rule) =>
        Assert.Contains(Guide.Split('\n'), line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|')[1].Contains($"`{rule}`", StringComparison.Ordinal));
}
