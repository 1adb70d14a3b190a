using System.Text.RegularExpressions;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>The tutorial of docs/policies.md, followed to the letter: what it has a newcomer write loads, and its sentences are true.</summary>
public sealed partial class TutorialTests
{
    [Fact]
    public void Given_the_files_of_the_tutorial_When_they_are_checked_Then_the_pack_loads_and_every_sentence_is_true()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "policies.md"));
        PackFile[] files =
        [
            .. ShippedPacks.Common,
            .. Written.Matches(guide)
                .GroupBy(file => file.Groups["path"].Value, file => file.Groups["text"].Value, StringComparer.Ordinal)
                .Select(parts => new PackFile("policies/" + parts.Key, string.Concat(parts))),
        ];
        var sentences = SentenceTest.Read(files);

        Assert.Empty(sentences.Problems);
        Assert.Equal(3, sentences.Tests.Count);
        Assert.Empty(sentences.Tests.SelectMany(sentence => sentence.Run(PackFolders.BookOf(files))));
    }

    // A file is written under its path; further blocks under the same path are added at its end.
    [GeneratedRegex(@"`my-policies/(?<path>[^`]+)`[^\n]*:\n\n```yaml\n(?<text>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written { get; }
}
