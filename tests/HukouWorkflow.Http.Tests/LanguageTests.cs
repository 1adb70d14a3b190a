using System.Collections;
using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.RegularExpressions;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>Every text is there in Chinese and in English, and each is written to whoever asks for it.</summary>
public sealed partial class LanguageTests(RunningService service) : IClassFixture<RunningService>
{
    private const string English = "Sign in first";
    private const string Chinese = "请先登录";

    [Theory]
    [InlineData(null, English)]
    [InlineData("zh-CN", Chinese)]
    [InlineData("zh", Chinese)]
    [InlineData("ZH-hans-cn", Chinese)]
    [InlineData("en", English)]
    [InlineData("fr, de;q=0.9", English)]
    [InlineData("fr, zh-CN;q=0.5, en;q=0.4", Chinese)]
    [InlineData("zh-CN;q=0.3, en-GB;q=0.8", English)]
    [InlineData("zh;q=0, en;q=0.1", English)]
    [InlineData("zh;q=0", English)]
    [InlineData("*", English)]
    [InlineData("not a language!!", English)]
    public async Task Given_a_language_asked_for_When_something_is_wrong_Then_it_is_said_in_it(string? asked, string title)
    {
        using var client = service.Client(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);
        using var answer = await client.LookAsync("/api/cases");
        var problem = await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal(title, problem.Text("/title"));
        Assert.Contains("Accept-Language", answer.Headers.Vary, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Given_wrong_input_When_asked_in_Chinese_Then_every_message_is_Chinese()
    {
        using var client = service.As(Settler.Born("19880315"));
        client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        using var answer = await client.SendTextAsync("/api/applications", """{"applicant":{"residentId":"1"},"surplus":1}""");
        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "input");
        Assert.All(problem["errors"]!.AsObject(), error => Assert.Matches("[\u4e00-\u9fff]", error.Value![0]!.GetValue<string>()));
    }

    [Fact]
    public void Given_the_two_languages_When_compared_Then_they_have_the_same_texts_with_the_same_places_to_fill()
    {
        var (english, chinese) = (Texts("en"), Texts("zh-CN"));
        Assert.True(english.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(chinese.Keys));
        foreach (var (key, text) in english)
        {
            Assert.True(Places(text).SetEquals(Places(chinese[key])), $"{key} fills other places in Chinese.");
            Assert.True(key.EndsWith("register", StringComparison.Ordinal) || !string.Equals(text, chinese[key], StringComparison.Ordinal), $"{key} is not translated.");
        }
    }

    [Fact]
    public void Given_the_texts_When_compared_with_the_code_Then_every_text_used_is_there_and_every_text_there_is_used()
    {
        var there = Texts("en").Keys.ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories))
        {
            var code = File.ReadAllText(file);
            used.UnionWith(Key().Matches(code).Select(match => match.Groups["key"].Value));
            used.UnionWith(Name().Matches(code).Select(match => match.Groups["key"].Value).SelectMany(name => new[] { $"problem.{name}.title", $"problem.{name}.detail" }));
        }

        used.UnionWith(Enum.GetNames<ResidentIdFault>().Skip(1).Select(name => $"residentId.{name}"));
        used.UnionWith(Enum.GetNames<ReviewReason>().Select(name => $"reason.{name}"));
        used.UnionWith(Enum.GetNames<Register>().Select(name => $"register.{name}"));
        used.UnionWith(["problem.input.title", "problem.input.detail"]);
        Assert.True(there.SetEquals(used), $"Not there: {string.Join(", ", used.Where(key => !there.Contains(key)))}. Not used: {string.Join(", ", there.Where(key => !used.Contains(key)))}.");
    }

    private static Dictionary<string, string> Texts(string language) =>
        new ResourceManager("HukouWorkflow.Http.Texts.Texts", typeof(LocalTokens).Assembly)
            .GetResourceSet(language is "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static HashSet<string> Places(string text) => Place().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HukouWorkflow.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "HukouWorkflow.Http");
    }

    [GeneratedRegex("\"(?<key>(input|application|declarations|destination|estimate|origin|residence|household|consent|event|warning|reason|problem)\\.[a-zA-Z0-9.]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("(Problem\\.(Of|WithDetail)\\(context, [^\"]+|=> )\"(?<key>[a-zA-Z]+)\"[,)]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
