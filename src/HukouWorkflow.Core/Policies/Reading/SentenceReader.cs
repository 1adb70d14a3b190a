namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads the sentence tests beside the packs.</summary>
internal static class SentenceReader
{
    public static SentenceTestReading Read(IEnumerable<PackFile> files)
    {
        var problems = new List<PackProblem>();
        var tests = new List<SentenceTest>();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (file.Path.Split('/') is [_, var pack, "tests", ..] && YamlText.Read(file, problems) is { } fields)
            {
                tests.AddRange(fields.MapList("sentences").Select(test => ReadTest(test, pack)).OfType<SentenceTest>());
                fields.End();
            }
        }

        return problems.Count == 0 ? new(tests, []) : new([], problems);
    }

    private static SentenceTest? ReadTest(Fields fields, string pack)
    {
        var on = fields.Date("on");
        var applied = fields.OptionalDate("applied") ?? on;
        var sentence = fields.Text("sentence");
        var source = fields.Text("source");
        var facts = fields.Map("facts") is { } stated ? SentenceFacts.Read(stated) : null;
        var expected = fields.Map("expect") is { } expect ? Expectation.Read(expect) : null;
        fields.End();
        return facts is null || expected is null
            ? null
            : new SentenceTest(applied, on, facts, expected) { Sentence = sentence, Source = source, Pack = pack, File = fields.At.File, Line = fields.At.Line };
    }
}
