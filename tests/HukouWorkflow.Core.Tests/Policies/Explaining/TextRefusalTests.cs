namespace HukouWorkflow.Core.Tests.Policies.Explaining;

/// <summary>Texts that are wrong: each is refused with its file, line and rule, and with what to do.</summary>
public sealed class TextRefusalTests
{
    private const string English = "policies/texts/en.yaml";
    private const string Chinese = "policies/texts/zh-CN.yaml";
    private const string OwnEnglish = "policies/town/texts/en.yaml";
    private const string OwnChinese = "policies/town/texts/zh-CN.yaml";
    private const string Coming = "  on: \"As things stand it is met on {date}.\"";

    [Theory]
    [InlineData("", "policies/texts/en.yaml:1: [missingText] The text 'remedy.on' is missing. Add it.")]
    [InlineData("  on: \"On {date.\"", "[placeholder] A place to fill is '{name}' or '{name:one|many}', and a brace stands nowhere else. Close it, or take it out.")]
    [InlineData("  on: \"On date}.\"", "[placeholder] A place to fill is '{name}' or '{name:one|many}', and a brace stands nowhere else. Close it, or take it out.")]
    [InlineData("  on: \"On {date:one}.\"", "[placeholder] A place to fill is '{name}' or '{name:one|many}', and a brace stands nowhere else. Close it, or take it out.")]
    [InlineData("  on: \"On {dat}.\"", "[unknownPlaceholder] Nothing fills '{dat}' here. Did you mean 'date'?")]
    [InlineData("  on: \"On {date:a day|# days}.\"", "[plural] 'date' is no number, so nothing turns on it. Write '{date}' alone.")]
    [InlineData(Coming + "\n  onn: \"x\"", "[unknownText] There is no text 'remedy.onn'. Did you mean 'remedy.on'?")]
    public void Given_a_text_that_is_wrong_When_read_Then_it_is_refused_by_name(string line, string problem)
    {
        var reading = new PackText().Replace(English, Coming, line).Read();

        Assert.Null(reading.Book);
        Assert.Contains(reading.Problems, each => each.File is English && each.ToString().EndsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_no_texts_in_one_language_When_read_Then_the_file_is_missed()
    {
        var problem = Assert.Single(new PackText().Without(Chinese).Read().Problems);

        Assert.Equal("policies/texts/zh-CN.yaml:1: [missingFile] This file is missing. Add it.", problem.ToString());
    }

    [Fact]
    public void Given_a_file_that_is_no_language_When_read_Then_it_is_refused()
    {
        var problem = Assert.Single(new PackText().Set("policies/texts/fr.yaml", "a: b").Read().Problems);

        Assert.Equal(("policies/texts/fr.yaml", "unknownFile"), (problem.File, problem.Rule));
    }

    [Fact]
    public void Given_a_pack_with_sentences_of_its_own_When_read_Then_they_replace_the_common_ones()
    {
        var pack = new PackText()
            .Set(OwnEnglish, "name: {residence: living here}")
            .Set(OwnChinese, "name: {residence: 常住}")
            .ReadPack();

        Assert.Equal("living here", pack.Texts[Core.Policies.Explaining.Language.English].Say("name.residence"));
        Assert.Equal("常住", pack.Texts[Core.Policies.Explaining.Language.Chinese].Say("name.residence"));
        Assert.Equal("social insurance", pack.Texts[Core.Policies.Explaining.Language.English].Say("name.insurance"));
    }

    [Fact]
    public void Given_a_pack_with_a_sentence_in_one_language_When_read_Then_the_other_is_missed()
    {
        var problem = Assert.Single(new PackText().Set(OwnEnglish, "name:\n  residence: living here").Read().Problems);

        Assert.Equal(
            "policies/town/texts/en.yaml:2: [oneLanguage] The text 'name.residence' is not in texts/zh-CN.yaml. Write it in both languages.",
            problem.ToString());
    }
}
