namespace HukouWorkflow.Core.Cases;

/// <summary>A kind of workplace that some cities ask less of. A claim until the employment register confirms it.</summary>
public enum Workplace
{
    /// <summary>An enterprise of a strategic emerging industry.</summary>
    StrategicIndustry,

    /// <summary>A municipal industrial park.</summary>
    MunicipalPark,
}
