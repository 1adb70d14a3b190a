using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class SentenceTests
{
    private static readonly SentenceTestReading Reading = SentenceTest.Read(ShippedPacks.Files);

    public static TheoryData<string, int> Sentences()
    {
        var data = new TheoryData<string, int>();
        foreach (var test in Reading.Tests)
        {
            data.Add(new TheoryDataRow<string, int>(test.File, test.Line) { TestDisplayName = test.Sentence });
        }

        return data;
    }

    [Fact]
    public void Given_the_shipped_packs_When_their_sentences_are_read_Then_every_file_is_sound()
    {
        Assert.Empty(Reading.Problems);
        Assert.True(Reading.Tests.Count >= 12);
        Assert.Distinct(Reading.Tests.Select(test => test.Sentence), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_sentence_is_true(string file, int line)
    {
        var sentence = Reading.Tests.Single(test => test.Line == line && string.Equals(test.File, file, StringComparison.Ordinal));

        Assert.Empty(sentence.Run(ShippedPacks.Book));
    }
}
