using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Tests.Policies.Explaining;

/// <summary>Every word of every enumeration has its sentences, in both languages; reading sees to the languages, so here it is the words.</summary>
public sealed class TextCatalogueTests
{
    [Fact]
    public void Given_the_enumerations_When_a_word_is_told_Then_there_is_a_text_for_it_in_both_languages()
    {
        string[] keys =
        [
            .. Words<CriterionKind>.All.Select(kind => "name." + kind),
            .. Words<Register>.All.Select(register => "register." + register),
            .. Words<EmploymentKind>.All.Select(kind => "employment." + kind),
            .. Words<Dwelling>.All.Where(kind => kind is not "none").Select(kind => "dwelling." + kind),
            .. Words<QualificationKind>.All.Select(kind => "qualification." + kind),
            .. Words<Workplace>.All.Select(place => "workplace." + place),
            .. Words<Relation>.All.Select(relation => "relation." + relation),
            .. Words<EvidenceSource>.All.Select(source => "evidence." + source),
            .. Words<GapReason>.All.SelectMany(reason => new[] { "gap." + reason, "open." + reason, "remedy.resume." + reason }),
        ];

        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(keys, key => Assert.NotEmpty(ShippedPacks.Chongqing.Texts[language].Say(
                key, ("days", 1), ("span", "-"), ("year", "-"), ("endorsed", "-"), ("since", "-"), ("register", "-"), ("kinds", "-"))));
        }
    }

    [Fact]
    public void Given_the_shipped_texts_When_compared_Then_what_is_filled_in_is_told_in_both_languages()
    {
        // A plural may be needed in one language only, and a place may be left out where the other language says it by its grammar.
        var (english, chinese) = (Places("en"), Places("zh-CN"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(english.Where(text => !text.Value.SetEquals(chinese[text.Key])).Select(text => text.Key));
    }

    private static Dictionary<string, HashSet<string>> Places(string language)
    {
        var problems = new List<PackProblem>();
        var file = ShippedPacks.Files.Single(file => string.Equals(file.Path, $"policies/texts/{language}.yaml", StringComparison.Ordinal));
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        Add(YamlText.Read(file, problems)!, "", found);
        return found;
    }

    private static void Add(Fields fields, string prefix, Dictionary<string, HashSet<string>> found)
    {
        foreach (var name in fields.Names)
        {
            if (fields.IsMap(name))
            {
                Add(fields.Map(name)!, prefix + name + ".", found);
            }
            else
            {
                found[prefix + name] = Template.Parse(fields.Text(name)).Template!.Places.Select(place => place.Name).ToHashSet(StringComparer.Ordinal);
            }
        }
    }
}
