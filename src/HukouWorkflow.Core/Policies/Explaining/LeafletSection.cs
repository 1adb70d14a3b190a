namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>A section of a leaflet.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Lines">Its lines: how deep each is set in, 0 for a paragraph and more for points under it, and its text.</param>
internal sealed record LeafletSection(string Heading, IReadOnlyList<(int Depth, string Text)> Lines);
