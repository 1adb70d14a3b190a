namespace HukouWorkflow.Core.Cases;

/// <summary>A benefit that urban hukou brings.</summary>
public enum BenefitKind
{
    /// <summary>A school place on equal terms (Compulsory Education Law art. 12).</summary>
    Education,

    /// <summary>Enrolment in the city's health insurance (Social Insurance Law art. 32).</summary>
    Health,
}
