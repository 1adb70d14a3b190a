using System.Security.Claims;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Http.Access;

/// <summary>Who calls, by a token that held.</summary>
/// <param name="Subject">The account.</param>
/// <param name="Role">The role.</param>
/// <param name="Districts">A caseworker's districts; empty for others.</param>
public sealed record Caller(string Subject, Role Role, IReadOnlyList<DivisionCode> Districts)
{
    /// <summary>Whether the caller is staff.</summary>
    public bool IsStaff => Role != Role.Applicant;

    /// <summary>Whether a member of staff is responsible for a district.</summary>
    public bool IsResponsibleFor(DivisionCode district) =>
        Role is Role.Supervisor or Role.Auditor || (Role == Role.Caseworker && Districts.Contains(district));

    /// <summary>Reads a caller from a token's claims, or null where they name no account or no role this service knows.</summary>
    public static Caller? From(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirstValue("sub");
        var role = principal.FindFirstValue("role");
        if (string.IsNullOrEmpty(subject) || Roles.Parse(role) is not { } known)
        {
            return null;
        }

        var districts = new List<DivisionCode>();
        foreach (var claim in principal.FindAll("district"))
        {
            if (DivisionCode.TryParse(claim.Value, out var district))
            {
                districts.Add(district);
            }
        }

        return new Caller(subject, known, districts);
    }
}
