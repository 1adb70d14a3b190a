namespace HukouWorkflow.Core.Policies;

/// <summary>A figure that a finding used.</summary>
/// <param name="Name">What it is: <c>required</c>, <c>creditedDays</c>, <c>countsFrom</c>.</param>
/// <param name="Value">The value in its invariant form: ISO 8601 for dates and periods, digits for numbers.</param>
/// <param name="Unit">What it is measured in: <c>period</c>, <c>days</c>, <c>date</c>, <c>cny</c>, <c>year</c>.</param>
public sealed record Figure(string Name, string Value, string Unit);
