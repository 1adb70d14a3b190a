namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>A city's rules as an applicant reads them.</summary>
/// <param name="Title">Whose rules.</param>
/// <param name="Sections">Its sections, in order; none is empty.</param>
internal sealed record Leaflet(string Title, IReadOnlyList<LeafletSection> Sections);
