using System.Collections.Concurrent;

namespace HukouWorkflow.Ordeals;

/// <summary>What was found wrong, a sentence each. Several may add at once.</summary>
public sealed class Findings
{
    private const int Told = 5;
    private readonly ConcurrentQueue<(Wrong Kind, string What)> _all = new();

    /// <summary>Whether nothing was wrong.</summary>
    public bool IsSound => _all.IsEmpty;

    /// <summary>Adds one.</summary>
    public void Add(Wrong kind, string what) => _all.Enqueue((kind, what));

    /// <summary>How many there are of a kind.</summary>
    public int Count(Wrong kind) => _all.Count(finding => finding.Kind == kind);

    /// <summary>The first few of each kind.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        _all.GroupBy(finding => finding.Kind).SelectMany(kind => kind.Take(Told).Select(finding => $"{kind.Key} ({kind.Count()}): {finding.What}")));
}
