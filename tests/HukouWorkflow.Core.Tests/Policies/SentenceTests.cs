using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class SentenceTests
{
    private static readonly SentenceTestReading Shipped = SentenceTest.Read(ShippedPacks.Files);
    private static readonly SentenceTestReading Example = SentenceTest.Read(ExamplePacks.Files);
    private static readonly IReadOnlyList<SentenceTest> All = [.. Shipped.Tests, .. Example.Tests];

    public static TheoryData<string, int> Sentences()
    {
        var data = new TheoryData<string, int>();
        foreach (var test in All)
        {
            data.Add(new TheoryDataRow<string, int>(test.File, test.Line) { TestDisplayName = $"{test.Pack}: {test.Sentence}" });
        }

        return data;
    }

    [Fact]
    public void Given_the_packs_of_the_repository_When_their_sentences_are_read_Then_every_file_is_sound_and_says_each_once()
    {
        Assert.Empty(Shipped.Problems);
        Assert.Empty(Example.Problems);
        Assert.Distinct(All.Select(test => (test.File, test.Sentence)));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_sentence_is_true(string file, int line)
    {
        var sentence = All.Single(test => test.Line == line && string.Equals(test.File, file, StringComparison.Ordinal));

        Assert.Empty(sentence.Run(Shipped.Tests.Contains(sentence) ? ShippedPacks.Book : ExamplePacks.Book));
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
