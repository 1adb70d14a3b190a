namespace HukouWorkflow.Ordeals;

/// <summary>The ways in which a service can fail those who rely on it.</summary>
public enum Wrong
{
    /// <summary>Acknowledged, and not there.</summary>
    Lost,

    /// <summary>Done more than once, or done for nobody.</summary>
    Doubled,

    /// <summary>A case that waits past its wake, or for none.</summary>
    Stuck,

    /// <summary>A journal that does not hold, or tells of times that go backwards.</summary>
    Broken,

    /// <summary>An answer that should not have been given.</summary>
    Answered,
}
