namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>Rows of a theory known by a label, which is shown whole: the runner would cut a long argument off, and a failure must name its row.</summary>
internal static class LabelledRows
{
    public static TheoryData<string> Of(string test, IEnumerable<string> labels) =>
        [.. labels.Select(label => new TheoryDataRow<string>(label) { TestDisplayName = $"{test}: {label}" })];
}
