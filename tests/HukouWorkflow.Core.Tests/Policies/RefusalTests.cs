using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class RefusalTests
{
    private const string SecondValue = """

          - from: 2010-01-01
            value: P3Y
            status: verified
            reference: {document: Notice}
        """;

    /// <summary>File, what stands there, what to put instead, and the line and rule of the one problem it makes.</summary>
    public static TheoryData<string, string, string, int, string> Spoilt() => new()
    {
        { PackText.Pack, "id: town", "id: [town", 1, "yaml" },
        { PackText.Pack, "title: {en: Town", "title: {en: Town: x", 2, "yaml" },
        { PackText.Pack, "title: {en: Town", "title: {en: \uFFFD", 2, "notUtf8" },
        { PackText.Pack, "city: \"320100\"", "city: &city \"320100\"", 3, "anchor" },
        { PackText.Pack, "divisions: \"2020\"", "divisions: *city", 5, "anchor" },
        { PackText.Pack, "divisions: \"2020\"", "cityClass: large\ndivisions: \"2020\"", 5, "duplicateKey" },
        { PackText.Pack, "divisions: \"2020\"", "divisions: \"2020\"\nminimunAge: age", 6, "unknownKey" },
        { PackText.Pack, "divisions: \"2020\"\n", "", 1, "missingKey" },
        { PackText.Pack, "divisions: \"2020\"", "divisions: [2020]", 5, "type" },
        { PackText.Pack, "id: town", "id: city", 1, "folder" },
        { PackText.Pack, "\"320115\": outer", "\"330115\": outer\n  \"320116\": outer", 8, "division" },
        { PackText.Pack, "cityClass: large", "cityClass: larger", 4, "unknownCityClass" },
        { PackText.Pack, "classTitles: {core: {en: the core, zh-CN: 核心区}, outer: {en: the outskirts, zh-CN: 外围区}}\n", "", 1, "missingKey" },
        { PackText.Pack, "unknowns:", "districtNames: {\"320116\": {en: Far, zh-CN: 远}}\nunknowns:", 10, "division" },
        { PackText.Pack, "unknowns:", "districtNames: {east: {en: East, zh-CN: 东}}\nunknowns:", 10, "division" },
        { PackText.Pack, "unknowns:", "districtNames: {\"320115\": {en: Far}}\nunknowns:", 10, "missingKey" },
        { PackText.Pack, ", outer: {en: the outskirts, zh-CN: 外围区}", "", 9, "missingDistrictClass" },
        { PackText.Pack, "outer: {en", "outside: {en: x, zh-CN: 外}, outer: {en", 9, "unknownDistrictClass" },
        { PackText.Pack, "{en: the core, zh-CN: 核心区}", "{en: the core}", 9, "missingKey" },
        { PackText.Pack, "unknowns:", "recognition: [{since: 2020-01-01, places: {\"32010\": {en: Near, zh-CN: 近}}, counts: [work], status: verified, reference: {document: Notice}}]\nunknowns:", 10, "division" },
        { PackText.Pack, "unknowns:", "recognition: [{since: 2020-01-01, places: [\"330100\"], counts: [work], status: verified, reference: {document: Notice}}]\nunknowns:", 10, "type" },
        { PackText.Pack, "unknowns:", "recognition: [{since: 2020-01-01, places: {}, counts: [work], status: verified, reference: {document: Notice}}]\nunknowns:", 10, "noCriteria" },
        { PackText.Residence, "from: 2010-01-01", "from: 2010-02-30", 4, "date" },
        { PackText.Residence, "article: art. 1}", "article: art. 1}" + SecondValue, 8, "duplicateDate" },
        { PackText.Residence, "value: P5Y", "value: five", 5, "period" },
        { PackText.Residence, "value: P5Y", "value: P0D", 5, "period" },
        { PackText.Residence, "value: P5Y", "value: P-5Y", 5, "period" },
        { PackText.Residence, "value: P5Y", "value: PT5H", 5, "period" },
        { PackText.Residence, "value: P5Y", "value: {core: P5Y, outer: P5Y}", 4, "cityWide" },
        { PackText.Residence, "unit: period", "unit: periods", 2, "word" },
        { PackText.Residence, "status: verified", "status: certain", 6, "word" },
        { PackText.Residence, "    reference: {document: Notice, article: art. 1}", "", 4, "missingKey" },
        { PackText.Residence, "article: art. 1}", "article: art. 1, link: here}", 7, "link" },
        { PackText.Work, "{core: P4Y, outer: P2Y}", "{core: P4Y, outr: P2Y, outer: P2Y}", 5, "unknownDistrictClass" },
        { PackText.Work, "{core: P4Y, outer: P2Y}", "{core: P4Y}", 5, "missingDistrictClass" },
        { PackText.Work, "value: {core: P4Y, outer: P2Y}", "value: P6Y", 4, "ceiling" },
        { PackText.Work, "from: 2010-01-01", "from: 2011-01-01", 15, "notInForce" },
        { PackText.Routes, "period: workPeriod", "period: workPeriods", 15, "unknownParameter" },
        { PackText.Routes, "- work: {", "- wrok: {", 15, "unknownCriterion" },
        { PackText.Routes, "kinds: [contract]", "kinds: [contract], districtClasses: [inner]", 15, "unknownDistrictClass" },
        { PackText.Routes, "kinds: [contract]", "kinds: []", 15, "noCriteria" },
        { PackText.Routes, "kinds: [contract]", "kinds: [contract], since: 2012-01-01", 9, "noCriteria" },
        { PackText.Routes, "id: work", "id: residence", 9, "duplicateId" },
        { PackText.Ceiling, "maximum: P5Y", "maximum: five", 10, "period" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void Given_a_sound_pack_When_one_line_is_spoilt_Then_that_line_and_rule_are_named(string file, string old, string replacement, int line, string rule)
    {
        var reading = new PackText().Replace(file, old, replacement).Read();

        Assert.Null(reading.Book);
        Assert.Contains(reading.Problems, problem => problem.Line == line && string.Equals(problem.Rule, rule, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_a_sound_pack_When_it_is_read_Then_there_is_a_book_and_no_problem()
    {
        var reading = new PackText().Read();

        Assert.Empty(reading.Problems);
        Assert.Equal("town", Assert.Single(reading.Book!.Packs).Id);
    }

    [Fact]
    public void Given_a_route_that_asks_only_in_other_district_classes_When_the_pack_is_read_Then_it_is_closed_in_this_one()
    {
        var pack = new PackText()
            .Replace(PackText.Pack, "cityClass: large", "cityClass: huge")
            .Replace(PackText.Routes, "kinds: [contract]", "kinds: [contract], districtClasses: [core]")
            .ReadPack();
        var since = new LocalDate(2019, 1, 1);
        var outer = Residents.Since(since) with { City = pack.Cities[0], Abodes = [new Abode(since, new DivisionCode(320115))] };

        Assert.Equal(["route:residence"], pack.Evaluate(outer, since, since, []).Best.Tree.Children.Select(route => route.Rule), StringComparer.Ordinal);
    }

    [Fact]
    public void Given_the_route_within_the_ceiling_is_closed_in_a_district_class_When_the_pack_is_read_Then_the_other_one_is_named_for_it()
    {
        var problem = Assert.Single(new PackText().Replace(PackText.Routes, "kinds: [contract]", "kinds: [contract], districtClasses: [core]").Read().Problems);

        Assert.Equal((PackText.Routes, 8, "ceiling"), Of(problem));
    }

    [Fact]
    public void Given_a_district_class_in_which_no_route_is_open_When_the_pack_is_read_Then_it_is_named()
    {
        var problem = Assert.Single(new PackText()
            .Replace(PackText.Routes, "kinds: [contract]", "kinds: [contract], districtClasses: [core]")
            .Replace(PackText.Routes, "residencePeriod", "residencePeriod, districtClasses: [core]")
            .Read().Problems);

        Assert.Equal((PackText.Pack, 7, "noCriteria"), Of(problem));
        Assert.Contains("'outer'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_an_unknown_key_When_the_pack_is_read_Then_the_message_names_place_rule_and_the_nearest_key()
    {
        var problem = Assert.Single(new PackText().Replace(PackText.Pack, "unknowns: []", "unknowns: []\nminimunAge: x").Read().Problems);

        Assert.Equal("policies/town/pack.yaml:11: [unknownKey] 'minimunAge' is no key here. Did you mean 'minimumAge'?", problem.ToString());
    }

    [Fact]
    public void Given_several_faults_in_several_files_When_the_pack_is_read_Then_all_are_reported_at_once()
    {
        var reading = new PackText()
            .Replace(PackText.Pack, "id: town", "id: city")
            .Replace(PackText.Residence, "value: P5Y", "value: five")
            .Replace(PackText.Work, "from: 2010-01-01", "from: yesterday")
            .Replace(PackText.Routes, "period: workPeriod", "period: workPeriods")
            .Read();

        Assert.Equal("folder, period, unusedParameter, date, unknownParameter", string.Join(", ", reading.Problems.Select(problem => problem.Rule)));
    }

    [Fact]
    public void Given_a_pack_yaml_that_cannot_be_read_When_the_pack_is_read_Then_nothing_else_is_blamed()
    {
        var problem = Assert.Single(new PackText().Replace(PackText.Pack, "id: town", "id: [town").Read().Problems);

        Assert.Equal((PackText.Pack, "yaml"), (problem.File, problem.Rule));
    }

    [Fact]
    public void Given_a_parameter_nobody_uses_When_the_pack_is_read_Then_its_file_is_named()
    {
        var text = new PackText().Set("policies/town/parameters/age.yaml", """
            description: {en: Age, zh-CN: 年龄}
            unit: years
            values: [{from: 2010-01-01, value: 16, status: verified, reference: {document: Notice}}]
            """);

        Assert.Equal(("policies/town/parameters/age.yaml", 1, "unusedParameter"), Of(Assert.Single(text.Read().Problems)));
        Assert.Empty(text.Replace(PackText.Pack, "unknowns:", "minimumAge: age\nunknowns:").Read().Problems);
    }

    [Theory]
    [InlineData(PackText.Pack)]
    [InlineData(PackText.Routes)]
    [InlineData(PackText.Ceiling)]
    public void Given_a_file_is_missing_When_the_pack_is_read_Then_it_is_named(string path) =>
        Assert.Equal((path, 1, "missingFile"), Of(Assert.Single(new PackText().Without(path).Read().Problems)));

    [Theory]
    [InlineData("policies/town/route.yaml")]
    [InlineData("policies/national/holidays.yaml")]
    [InlineData("policies/readme.yaml")]
    public void Given_a_file_nobody_reads_When_the_pack_is_read_Then_it_is_named(string path) =>
        Assert.Equal((path, 1, "unknownFile"), Of(Assert.Single(new PackText().Set(path, "a: b").Read().Problems)));

    [Fact]
    public void Given_two_packs_for_one_city_When_they_are_read_Then_the_second_is_named() =>
        Assert.Equal(
            ("policies/village/pack.yaml", 3, "duplicateCity"),
            Of(Assert.Single(new PackText().Copy("policies/village/", "village", "3201").Read().Problems)));

    [Fact]
    public void Given_two_packs_of_one_id_When_they_are_read_Then_the_second_is_named() =>
        Assert.Equal("duplicateId", Assert.Single(new PackText().Copy("more/town/", "town", "3301").Read().Problems).Rule);

    private static (string File, int Line, string Rule) Of(PackProblem problem) => (problem.File, problem.Line, problem.Rule);
}
