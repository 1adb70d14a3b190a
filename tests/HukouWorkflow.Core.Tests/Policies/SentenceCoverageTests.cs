using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Reading;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>A rule nobody wrote a sentence about is a rule nobody checked.</summary>
public sealed class SentenceCoverageTests
{
    private const int FewestOfPack = 10;
    private const int FewestOfCriterion = 5;

    private static readonly IReadOnlyList<string> VerdictsAsked =
    [
        .. ShippedPacks.Files.Concat(ExamplePacks.Files)
            .Where(file => file.Path.Contains("/tests/", StringComparison.Ordinal))
            .SelectMany(file => YamlText.Read(file, [])!.MapList("sentences"))
            .Select(sentence => sentence.Map("expect")!)
            .SelectMany(KindsOf),
    ];

    public static TheoryData<string> Criteria() => [.. Words<CriterionKind>.All, "annualQuota"];

    public static TheoryData<string> Packs() => [.. ShippedPacks.Book.Packs.Concat(ExamplePacks.Book.Packs).Select(pack => pack.Id)];

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Given_a_criterion_When_the_sentences_about_it_are_counted_Then_there_are_enough(string criterion) =>
        Assert.InRange(VerdictsAsked.Count(asked => string.Equals(asked, criterion, StringComparison.Ordinal)), FewestOfCriterion, int.MaxValue);

    [Theory]
    [MemberData(nameof(Packs))]
    public void Given_a_pack_When_its_sentences_are_counted_Then_there_are_enough(string pack) =>
        Assert.InRange(
            SentenceTest.Read(ShippedPacks.Files).Tests.Concat(SentenceTest.Read(ExamplePacks.Files).Tests).Count(test => string.Equals(test.Pack, pack, StringComparison.Ordinal)),
            FewestOfPack,
            int.MaxValue);

    // "route:work/any/insurance" and "tax:amount" ask about insurance and about tax; a sentence counts once for each.
    private static IEnumerable<string> KindsOf(Fields expect) => expect.Has("verdicts")
        ? expect.Map("verdicts")!.Names.Select(path => path.Split('/')[^1].Split(':')[0]).Distinct(StringComparer.Ordinal)
        : [];
}
