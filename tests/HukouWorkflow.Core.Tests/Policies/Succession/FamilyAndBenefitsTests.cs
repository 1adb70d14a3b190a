using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Succession;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies.Succession;

/// <summary>Who was told that a child may come along, or what a settlement brings, is not told otherwise afterwards.</summary>
public sealed class FamilyAndBenefitsTests
{
    private const string Spouse = "      - spouse: {}\n";
    private const string Ages = "policies/town/parameters/";
    private const string Reference = "status: verified, reference: {document: Notice}";
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Fact]
    public void Given_terms_that_stay_When_compared_Then_nothing_is_stricter() => Assert.Empty(Check(Town()));

    [Theory]
    [InlineData(PackText.Pack, Spouse, "", 12)]
    [InlineData(PackText.Pack, "since: 2010-01-01 # family", "since: 2012-01-01", 3)]
    [InlineData(PackText.Pack, "since: 2010-01-01 # family", "since: 2010-01-01\n    until: 2020-01-01", 3)]
    [InlineData(Ages + "minor.yaml", "value: 18", "value: 16", 3)]
    [InlineData(Ages + "father.yaml", "value: 60", "value: 65", 3)]
    [InlineData(Ages + "mother.yaml", "value: 55", "value: 56", 3)]
    [InlineData(PackText.Pack, "{id: health,", "{id: education,", 3)]
    [InlineData(PackText.Pack, "since: 2012-01-01 }", "since: 2013-01-01 }", 23)]
    [InlineData(PackText.Pack, "since: 2012-01-01 }", "since: 2012-01-01, until: 2020-01-01 }", 23)]
    [InlineData(PackText.Pack, "{id: library,", "{id: museum,", 3)]
    public void Given_what_was_promised_When_it_is_less_Then_file_line_rule_and_remedy_are_named(string file, string old, string less, int line)
    {
        var problem = Assert.Single(Check(Town().Replace(file, Written(old), Written(less))));

        Assert.Equal((file, line, "stricterThanReleased"), (problem.File, problem.Line, problem.Rule));
        Assert.Contains("2026-11-23 or later", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PackText.Pack, "{under: minor}", "{}", Ages + "minor.yaml")]
    [InlineData(PackText.Pack, "since: 2012-01-01 }", "since: 2011-01-01 }", null)]
    [InlineData(PackText.Pack, "since: 2012-01-01 }", "since: 2012-01-01, until: 2026-11-23 }", null)]
    [InlineData(PackText.Pack, "since: 2010-01-01 # family", "since: 2010-01-01\n    until: 2026-11-23", null)]
    [InlineData(Ages + "minor.yaml", "value: 18", "value: 20", null)]
    [InlineData(Ages + "mother.yaml", "value: 55", "value: 50", null)]
    public void Given_what_was_promised_When_it_is_more_or_ends_today_Then_it_may_be(string file, string old, string more, string? unused)
    {
        var town = Town().Replace(file, Written(old), Written(more));

        Assert.Empty(Check(unused is null ? town : town.Without(unused)));
    }

    [Fact]
    public void Given_a_pack_that_said_nothing_When_it_names_who_may_come_and_what_is_granted_Then_that_is_less() =>
        Assert.Equal(3, Retroactivity.Check(Read(new PackText()), Read(Town()), Today).Count);

    private static string Written(string text) => text.Replace(" }", $", title: {{en: Health, zh-CN: 医疗}}, {Reference}}}", StringComparison.Ordinal);

    private static PackText Town()
    {
        var town = new PackText().Replace(PackText.Pack, "unknowns: []", $$"""
            unknowns: []
            family:
              - since: 2010-01-01 # family
                members:
                  - spouse: {}
                  - child: {under: minor}
                  - parent: {men: father, women: mother}
                status: verified
                reference: {document: Notice}
            benefits:
              permit:
                - {id: library, since: 2012-01-01, title: {en: Library, zh-CN: 图书馆}, {{Reference}}}
              settlement:
                - {id: health, since: 2012-01-01 }
            """.Replace(" }", $", title: {{en: Health, zh-CN: 医疗}}, {Reference}}}", StringComparison.Ordinal));
        foreach (var (name, years) in new[] { ("minor", 18), ("father", 60), ("mother", 55) })
        {
            town.Set($"{Ages}{name}.yaml", $"description: {{en: Age, zh-CN: 年龄}}\nunit: years\nvalues: [{{from: 2010-01-01, value: {years}, {Reference}}}]\n");
        }

        return town;
    }

    private static IReadOnlyList<PackProblem> Check(PackText after) => Retroactivity.Check(Read(Town()), Read(after), Today);

    private static PolicyBook Read(PackText text)
    {
        var reading = text.Read();
        Assert.Empty(reading.Problems);
        return reading.Book!;
    }
}
