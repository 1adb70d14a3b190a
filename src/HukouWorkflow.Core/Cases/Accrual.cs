namespace HukouWorkflow.Core.Cases;

/// <summary>What is earned by time, in this city or in another.</summary>
public enum Accrual
{
    /// <summary>Residence.</summary>
    Residence,

    /// <summary>Work or business.</summary>
    Work,

    /// <summary>Contributions to social insurance.</summary>
    Insurance,
}
