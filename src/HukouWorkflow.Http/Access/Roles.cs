using System.Text.Json;

namespace HukouWorkflow.Http.Access;

/// <summary>The names of roles, as tokens and messages write them.</summary>
public static class Roles
{
    /// <summary>Everybody who is signed in.</summary>
    internal static readonly Role[] Any = [Role.Applicant, Role.Caseworker, Role.Supervisor, Role.Auditor];

    /// <summary>Staff.</summary>
    internal static readonly Role[] Staff = [Role.Caseworker, Role.Supervisor, Role.Auditor];

    /// <summary>Applicants.</summary>
    internal static readonly Role[] Applicants = [Role.Applicant];

    /// <summary>Those who state facts: the applicant, and staff who work on cases. An auditor changes no case.</summary>
    internal static readonly Role[] Stating = [Role.Applicant, Role.Caseworker, Role.Supervisor];

    /// <summary>A role by its name, or null.</summary>
    public static Role? Parse(string? name) => name switch
    {
        "applicant" => Role.Applicant,
        "caseworker" => Role.Caseworker,
        "supervisor" => Role.Supervisor,
        "auditor" => Role.Auditor,
        _ => null,
    };

    /// <summary>The name of a role.</summary>
    public static string NameOf(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
}
