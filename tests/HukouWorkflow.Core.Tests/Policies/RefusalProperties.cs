using FsCheck;
using FsCheck.Xunit;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

public sealed class RefusalProperties
{
    private static readonly string[] Scraps = ["", " ", "-", ":", "x: y", "[", "{", "}", "null", "? [a]", "- - -", "&a", "\"", "2010-01-01", "P5Y", "~: ~", "!!int 5", "---"];

    [Property(MaxTest = 300)]
    public bool Given_the_shipped_packs_When_a_scrap_falls_into_a_file_Then_there_is_a_book_or_a_problem_and_never_a_fault(byte file, DoNotSize<ushort> place, byte length, byte scrap)
    {
        var files = ShippedPacks.Files.ToArray();
        ref var spoilt = ref files[file % files.Length];
        var at = place.Item % spoilt.Text.Length;
        var to = Math.Min(spoilt.Text.Length, at + (length % 40));
        spoilt = spoilt with { Text = spoilt.Text[..at] + Scraps[scrap % Scraps.Length] + spoilt.Text[to..] };

        var reading = PolicyBook.Read(files);
        var sentences = SentenceTest.Read(files);

        return reading.Book is null == reading.Problems.Count > 0
            && (sentences.Problems.Count == 0 || sentences.Tests.Count == 0)
            && reading.Problems.Concat(sentences.Problems).All(problem => problem.Line >= 1 && problem.Message.EndsWith('.') | problem.Message.EndsWith('?'));
    }
}
