using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Reading;
using NJsonSchema;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed partial class SchemaTests
{
    private static readonly string Schemas = Path.Combine(AppContext.BaseDirectory, "schemas");

    private static readonly IReadOnlyDictionary<string, PackFile> Files =
        ShippedPacks.Files.Concat(ExamplePacks.Files.Select(file => file with { Path = "samples/" + file.Path })).ToDictionary(file => file.Path, StringComparer.Ordinal);

    public static TheoryData<string> Paths() => [.. Files.Keys];

    public static TheoryData<string, string, IEnumerable<string>> Words() => new()
    {
        { "criterion.json", "properties", Names<CriterionKind>() },
        { "common.json", "$defs/criterionKind/enum", Names<CriterionKind>() },
        { "common.json", "$defs/status/enum", Names<ValueStatus>() },
        { "common.json", "$defs/employmentKind/enum", Names<EmploymentKind>() },
        { "common.json", "$defs/workplace/enum", Names<Workplace>() },
        { "common.json", "$defs/dwelling/enum", Names<Dwelling>().Except(["none"], StringComparer.Ordinal) },
        { "common.json", "$defs/qualification/enum", Names<QualificationKind>() },
        { "common.json", "$defs/relation/enum", Names<Relation>() },
        { "common.json", "$defs/accrual/enum", Names<Accrual>() },
        { "parameter.json", "properties/unit/enum", Names<ParameterUnit>() },
        { "points.json", "properties/entries/items/oneOf/0/properties/perYear/properties/of/enum", Names<PointsSource>() },
        { "points.json", "properties/entries/items/oneOf/1/properties/highest/properties", Names<QualificationKind>() },
        { "pack.json", "properties/benefits/properties/settlement/items/properties/id/enum", Names<BenefitKind>() },
        { "tests.json", "properties/sentences/items/properties/facts/properties/sex/enum", Names<Sex>() },
        { "tests.json", "properties/sentences/items/properties/expect/properties/verdicts/additionalProperties/enum", Names<Verdict>().Append("not asked") },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Given_a_file_of_a_pack_When_held_against_the_schema_it_names_Then_it_is_valid(string path)
    {
        var schema = await SchemaOf(Files[path]);

        Assert.Empty(schema.Validate(PackJson.Of(Files[path]).ToJsonString()));
    }

    [Theory]
    [InlineData("policies/chongqing/pack.yaml", "cityClass:", "cityclass:")]
    [InlineData("policies/chongqing/routes.yaml", "work: {", "wrok: {")]
    [InlineData("policies/chongqing/routes.yaml", "kinds: [contract", "kinds: [contrct")]
    [InlineData("policies/chongqing/parameters/workPeriod.yaml", "status: verified", "status: certain")]
    [InlineData("policies/chongqing/tests/work.yaml", "source:", "from:")]
    public async Task Given_a_slip_of_the_pen_When_held_against_the_schema_Then_it_is_found(string path, string old, string replacement)
    {
        var spoilt = Files[path] with { Text = Files[path].Text.Replace(old, replacement, StringComparison.Ordinal) };
        var schema = await SchemaOf(spoilt);

        Assert.NotEmpty(schema.Validate(PackJson.Of(spoilt).ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Given_a_vocabulary_of_the_code_When_the_schema_is_read_Then_it_lists_the_same_words(string file, string path, IEnumerable<string> words)
    {
        var listed = path.Split('/').Aggregate(Read(file), Step);

        Assert.Equal(words.Order(StringComparer.Ordinal), WordsIn(listed).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Given_the_ways_to_give_points_When_the_schema_is_read_Then_it_has_a_shape_for_each()
    {
        var shapes = (JsonArray)"properties/entries/items/oneOf".Split('/').Aggregate(Read("points.json"), Step);

        Assert.Equal(
            Names<PointsEntryKind>().Order(StringComparer.Ordinal),
            shapes.SelectMany(shape => WordsIn(shape!["properties"]!)).Except(["id", "title", "since", "until"], StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Given_the_parameters_a_criterion_takes_When_the_schema_is_read_Then_it_has_a_key_for_each_and_no_other()
    {
        string[] others = ["since", "until", "districtClasses", "kinds", "workplaces", "relations", "count", "of"];
        var criteria = Read("criterion.json")["properties"]!.AsObject();

        foreach (var kind in Enum.GetValues<CriterionKind>())
        {
            var keys = criteria[Words<CriterionKind>.WordFor(kind)]!["properties"] is JsonObject properties ? WordsIn(properties) : [];
            Assert.Equal(
                CriterionRole.Of(kind).Select(role => role.Name).Order(StringComparer.Ordinal),
                keys.Except(others, StringComparer.Ordinal).Order(StringComparer.Ordinal),
                StringComparer.Ordinal);
        }
    }

    private static IReadOnlyCollection<string> Names<T>()
        where T : struct, Enum => Words<T>.All;

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Schemas, file)))!;

    private static JsonNode Step(JsonNode node, string key) => node is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!;

    private static IEnumerable<string> WordsIn(JsonNode node) =>
        node is JsonArray list ? list.Select(word => (string)word!) : node.AsObject().Select(property => property.Key);

    private static Task<JsonSchema> SchemaOf(PackFile file)
    {
        var named = Modeline.Match(file.Text);
        Assert.True(named.Success, "The file names no schema in its first line.");
        var folder = Path.GetDirectoryName(Path.Combine(AppContext.BaseDirectory, file.Path))!;
        return JsonSchema.FromFileAsync(Path.GetFullPath(Path.Combine(folder, named.Groups["path"].Value)), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=(?<path>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Modeline { get; }
}
