using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Ports;

/// <summary>Who may see a case. Read alone, so that a case that is not there costs as much as one that is another's.</summary>
/// <param name="Applicant">Stands for the account that applied.</param>
/// <param name="District">The district responsible for it.</param>
public readonly record struct CaseAccess(PersonKey Applicant, DivisionCode District);
