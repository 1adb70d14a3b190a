namespace HukouWorkflow.Core.Policies;

/// <summary>What a points table gives points for by the year.</summary>
public enum PointsSource
{
    /// <summary>Residence in the city.</summary>
    Residence,

    /// <summary>Work or business of any kind.</summary>
    Work,

    /// <summary>Contributions to social insurance.</summary>
    Insurance,

    /// <summary>Dwellings of some kinds.</summary>
    Dwelling,
}
