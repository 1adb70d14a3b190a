namespace HukouWorkflow.Core.Policies;

/// <summary>What a parameter is measured in.</summary>
public enum ParameterUnit
{
    /// <summary>Calendar time, ISO 8601: <c>P5Y</c>.</summary>
    Period,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Whole years, of age or of the calendar.</summary>
    Years,

    /// <summary>Renminbi (ISO 4217), in yuan.</summary>
    Cny,

    /// <summary>Points of a points table, at most two decimals.</summary>
    Points,

    /// <summary>A whole number of things.</summary>
    Count,

    /// <summary>One word of a few that the rule knows.</summary>
    Choice,
}
