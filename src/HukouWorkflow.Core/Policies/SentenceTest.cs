using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// A case in one sentence and what a pack must make of it. It stands in YAML beside the pack, where whoever changes a value
/// sees what the change does to people.
/// </summary>
public sealed class SentenceTest
{
    private readonly LocalDate _applied;
    private readonly LocalDate _on;
    private readonly Func<PolicyPack, SettlementFacts> _facts;
    private readonly IReadOnlyList<Expectation> _expected;

    internal SentenceTest(LocalDate applied, LocalDate on, Func<PolicyPack, SettlementFacts> facts, IReadOnlyList<Expectation> expected) =>
        (_applied, _on, _facts, _expected) = (applied, on, facts, expected);

    /// <summary>The sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The article or the source it shows, in words.</summary>
    public required string Source { get; init; }

    /// <summary>The pack it is about.</summary>
    public required string Pack { get; init; }

    /// <summary>The file it stands in.</summary>
    public required string File { get; init; }

    /// <summary>Its line there, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Reads the tests beside the packs.</summary>
    /// <param name="files">Every file under the packs' folder; those that are no tests are passed over.</param>
    public static SentenceTestReading Read(IEnumerable<PackFile> files) => SentenceReader.Read(files);

    /// <summary>Holds the sentence against a book.</summary>
    /// <param name="book">The book with the pack.</param>
    /// <returns>What came out otherwise than expected, one text each; empty where the sentence is true.</returns>
    public IReadOnlyList<string> Run(PolicyBook book)
    {
        if (book.Find(Pack) is not { } pack)
        {
            return [$"There is no pack '{Pack}'."];
        }

        if (pack.VersionOn(_applied) is null)
        {
            return ["No version was in force on the day of the application."];
        }

        var facts = _facts(pack);
        var outcome = new SentenceOutcome(pack, facts, _on, pack.Evaluate(facts, _applied, _on, []));
        return [.. _expected.Select(expectation => expectation.Mismatch(outcome)).OfType<string>()];
    }
}
