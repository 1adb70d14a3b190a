using HukouWorkflow.Core.Policies.Explaining;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

public sealed class LeafletTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);

    [Fact]
    public void Given_the_made_up_pack_When_shown_Then_what_it_asks_is_told_with_its_sources_and_unverified_ones_are_marked()
    {
        var leaflet = Found.Pack.Leaflet(Language.English, Day)!;

        Assert.Equal("Town: how to be registered as a resident of the city", leaflet.Title);
        Assert.Equal(
            [
                "0 Everything [1]",
                "1 5 years of residence in the city [1]",
                "1 a home of one's own or a leased home [1]",
                "1 a bachelor's degree, a master's degree or the grade of technician [1]",
                "1 husband or wife or child registered in the city [1]",
                "1 20 points or more by the city's table [2]",
                "0 Work [3, unverified]",
                "1 In the core:",
                "2 4 years of work under a labour contract [4]",
                "1 In the outskirts:",
                "2 2 years of work under a labour contract [4]",
            ],
            Lines(leaflet, "Which ways there are"),
            StringComparer.Ordinal);
        Assert.Equal(["1 Degree, the best one counting: a bachelor's degree 26 points [2]"], Lines(leaflet, "How points are earned"), StringComparer.Ordinal);
        Assert.Equal(
            ["0 [1] Notice, art. 1", "0 [2] Notice", "0 [3] unverified: Report", "0 [4] Notice, art. 2"],
            Lines(leaflet, "Sources"),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Given_Chongqing_When_shown_on_two_days_Then_each_has_the_values_of_its_day()
    {
        Assert.Contains("    3 years of work", Work(Day), StringComparison.Ordinal);
        Assert.Contains("    5 years of work", Work(new LocalDate(2010, 8, 1)), StringComparison.Ordinal);
        Assert.Null(ShippedPacks.Chongqing.Leaflet(Language.English, new LocalDate(2010, 7, 31)));

        static string Work(LocalDate day) => string.Join('\n', ShippedPacks.Chongqing.Leaflet(Language.English, day)!.Sections
            .SelectMany(section => section.Lines)
            .Select(line => new string(' ', 2 * line.Depth) + line.Text));
    }

    [Theory]
    [InlineData(Language.English, "Chengdu, Zigong,", "the urban core: Yuzhong, Dadukou,")]
    [InlineData(Language.Chinese, "成都市、自贡市、", "都市功能核心区：渝中区、大渡口区、")]
    public void Given_Chongqing_When_shown_Then_districts_their_classes_and_recognised_places_are_called_by_their_names(Language language, string places, string core)
    {
        var pack = ShippedPacks.Chongqing;
        var lines = pack.Leaflet(language, Day)!.Sections.SelectMany(section => section.Lines).Select(line => line.Text).ToList();

        Assert.Contains(lines, line => line.Contains(places, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith(core, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => pack.ClassTitles.Keys.Concat(pack.Recognition.SelectMany(each => each.Places).Concat(pack.DistrictClasses.Keys).Select(place => place.ToString())).Any(line.Contains));
    }

    [Fact]
    public void Given_every_shipped_pack_When_read_Then_every_district_has_a_name() =>
        Assert.All(ShippedPacks.Book.Packs, pack => Assert.Equal(pack.DistrictClasses.Keys.ToHashSet(), pack.DistrictNames.Keys.ToHashSet()));

    [Fact]
    public void Given_districts_without_names_When_shown_Then_they_are_known_by_their_codes()
    {
        var pack = new PackText().Replace(PackText.Pack, "unknowns:", "districtNames: {\"320102\": {en: Xuanwu, zh-CN: 玄武区}}\nunknowns:").ReadPack();
        var lines = pack.Leaflet(Language.English, Day)!.Sections.SelectMany(section => section.Lines).Select(line => line.Text).ToList();

        Assert.Contains("the core: Xuanwu", lines, StringComparer.Ordinal);
        Assert.Contains("the outskirts: 320115", lines, StringComparer.Ordinal);
    }

    [Fact]
    public void Given_every_shipped_pack_When_shown_at_every_version_Then_no_line_is_empty_or_has_a_place_unfilled()
    {
        var lines =
            from pack in ShippedPacks.Book.Packs
            from version in pack.Versions
            from language in Enum.GetValues<Language>()
            from section in pack.Leaflet(language, version.From)!.Sections
            from line in section.Lines
            select (pack.Id, section.Heading, line.Text);

        Assert.All(lines, line => Assert.True(
            line.Text.Length > 0 && line.Text.IndexOfAny(['{', '}', '#', '|']) < 0 && !line.Text.Contains(": [", StringComparison.Ordinal) && !line.Text.Contains("  ", StringComparison.Ordinal),
            $"{line.Id}, {line.Heading}: {line.Text}"));
    }

    [Fact]
    public void Given_a_pack_with_something_unknown_When_shown_Then_it_is_told()
    {
        var leaflet = ShippedPacks.Chongqing.Leaflet(Language.Chinese, Day)!;

        Assert.Equal(ShippedPacks.Chongqing.Unknowns.Count, Lines(leaflet, "尚不清楚之处").Count());
    }

    private static IEnumerable<string> Lines(Leaflet leaflet, string heading) =>
        leaflet.Sections.Single(section => string.Equals(section.Heading, heading, StringComparison.Ordinal)).Lines.Select(line => $"{line.Depth} {line.Text}");
}
