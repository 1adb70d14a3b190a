using System.Reflection;
using System.Text.RegularExpressions;
using HukouWorkflow.Functions.Activities;
using HukouWorkflow.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace HukouWorkflow.Functions.Tests.Infra;

/// <summary>An alert that looks for words nobody says never fires, and nobody notices.</summary>
public sealed partial class AlertsTests
{
    private static readonly string Rules = Bicep.Read("alerts");

    private static readonly IReadOnlyList<MethodInfo> Methods =
    [
        .. new[] { typeof(CaseActivities).Assembly, typeof(HukouEndpoints).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)),
    ];

    // As the host writes them, with some number in each place.
    private static readonly IReadOnlyList<string> Messages =
        [.. Methods.Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message).OfType<string>().Select(message => Places().Replace(message, "120"))];

    [Fact]
    public void Given_the_phrases_that_alerts_look_for_When_the_app_logs_Then_it_says_each_of_them()
    {
        var phrases = Phrases().Matches(Rules).Select(match => match.Groups["text"].Value).ToList();

        Assert.NotEmpty(phrases);
        Assert.All(phrases, phrase => Assert.Contains(Messages, message => message.Contains(phrase, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Given_the_numbers_that_alerts_take_from_messages_When_the_app_logs_Then_they_stand_where_they_are_sought()
    {
        // Bicep writes a backslash twice.
        var patterns = Patterns().Matches(Rules).Select(match => match.Groups["text"].Value.Replace(@"\\", @"\", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(patterns);
        Assert.All(patterns, pattern => Assert.Contains(Messages, message => Regex.IsMatch(message, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void Given_the_functions_whose_executions_alerts_count_When_they_are_looked_up_Then_the_app_has_each_of_them()
    {
        var names = Executions().Matches(Rules).Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(names);
        Assert.Subset(Methods.Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal), names);
    }

    [GeneratedRegex(@"\{[^{}]+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Places();

    [GeneratedRegex("Message contains \"(?<text>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phrases();

    [GeneratedRegex("extract\\(@\"(?<text>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Patterns();

    [GeneratedRegex("Name == \"(?<text>\\w+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Executions();
}
