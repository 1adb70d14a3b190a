namespace HukouWorkflow.Local.Simulation;

/// <summary>What the same people's lives come to under two packs.</summary>
/// <param name="First">Under the first.</param>
/// <param name="Second">Under the second.</param>
/// <param name="Pairs">Each person under the one held against herself under the other.</param>
internal sealed record Comparison(Totals First, Totals Second, Pairs Pairs)
{
    /// <summary>Adds what other people came to.</summary>
    public void Add(Comparison others)
    {
        First.Add(others.First);
        Second.Add(others.Second);
        Pairs.Add(others.Pairs);
    }
}
