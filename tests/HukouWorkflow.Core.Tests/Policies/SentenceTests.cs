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

    [Fact]
    public void Given_a_sentence_that_is_not_true_When_run_Then_it_says_what_is_otherwise()
    {
        var sentence = Assert.Single(Read("""
            sentences:
              - sentence: Four years suffice.
                source: Nowhere.
                on: 2022-01-01
                facts: {district: "500103", residenceFrom: 2018-01-01, basis: registration}
                expect: {metOn: 2022-01-01, route: residence, verdicts: {residence: met, points: met}}
            """).Tests);

        Assert.Equal(
            [
                "metOn should be 2022-01-01, but is 2023-01-01.",
                "verdicts residence should be met, but is notMet.",
                "verdicts points should be met, but is not asked.",
            ],
            sentence.Run(ShippedPacks.Book));
    }

    [Fact]
    public void Given_a_sentence_with_faults_When_read_Then_all_are_named_and_none_is_run()
    {
        var reading = Read("""
            sentences:
              - sentence: A sentence.
                source: Nowhere.
                on: today
                facts: {district: "1", residenceFrom: 2018-01-01}
                expect: {met: 2022-01-01}
            """);

        Assert.Empty(reading.Tests);
        Assert.Equal("4 date, 5 division, 6 missingKey, 6 unknownKey", string.Join(", ", reading.Problems.Select(problem => $"{problem.Line} {problem.Rule}")));
    }

    private static SentenceTestReading Read(string text) => SentenceTest.Read([new PackFile("policies/chongqing/tests/x.yaml", text)]);
}
