using System.Text.RegularExpressions;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Reading;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>docs/policies.md is all that whoever writes a pack has; what it does not name does not exist for them.</summary>
public sealed partial class PolicyGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "policies.md"));

    public static TheoryData<string> Vocabulary() =>
    [
        .. Words<CriterionKind>.All.Concat(Words<ParameterUnit>.All).Concat(Words<ValueStatus>.All).Concat(Words<Workplace>.All)
            .Concat(Words<QualificationKind>.All).Concat(Words<PointsEntryKind>.All).Concat(Words<BenefitKind>.All).Concat(Words<Verdict>.All)
            .Concat(Enum.GetValues<CriterionKind>().SelectMany(CriterionRole.Of).Select(role => role.Name))
            .Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Vocabulary))]
    public void Given_a_word_of_the_language_When_the_guide_is_read_Then_it_is_named(string word) =>
        Assert.Contains($"`{word}`", Guide, StringComparison.Ordinal);

    [Fact]
    public void Given_the_rules_that_the_code_names_When_the_guide_is_read_Then_its_table_lists_the_same()
    {
        var inCode = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules"), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is not "Invariants.cs")
            .SelectMany(path => Named.Matches(File.ReadAllText(path)))
            .Select(rule => rule.Groups["rule"].Value)
            // The command gives this name to a sentence that is not true; such a sentence keeps no pack from loading.
            .Append("sentence")
            .ToHashSet(StringComparer.Ordinal);
        var table = Guide[Guide.IndexOf("| rule | what is wrong |", StringComparison.Ordinal)..];
        var inGuide = table.Split('\n')
            .TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => InBackticks.Matches(line.Split('|')[1]))
            .Select(rule => rule.Groups["rule"].Value);

        Assert.Equal(inCode.Order(StringComparer.Ordinal), inGuide.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    // A rule's name stands before its message: a sentence, or the name of one. One stands apart from its own.
    [GeneratedRegex("""const\ string\ Stricter\ =\ "(?<rule>\w+)"|"(?<rule>[a-z]\w+)",\s*(\$?"[^"\n]*\ |fault|places)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named { get; }

    [GeneratedRegex("`(?<rule>[A-Za-z0-9]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBackticks { get; }
}
