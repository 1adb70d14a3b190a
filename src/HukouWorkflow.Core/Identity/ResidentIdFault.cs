namespace HukouWorkflow.Core.Identity;

/// <summary>What is wrong with a text that should be a resident identity number.</summary>
public enum ResidentIdFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is not seventeen digits followed by a digit or X.</summary>
    Shape,

    /// <summary>Its first six digits are of no province.</summary>
    Division,

    /// <summary>Its birth date is not in the calendar, or before 1800.</summary>
    BirthDate,

    /// <summary>Its check character does not fit its digits.</summary>
    CheckCharacter,
}
