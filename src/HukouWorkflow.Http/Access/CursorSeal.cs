using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Http.Access;

/// <summary>
/// Seals the place a list has come to, so that a cursor can be neither read nor made up, and is good only for the list and
/// the filters it was given with.
/// </summary>
public sealed class CursorSeal
{
    private readonly IDataProtectionProvider _protection;

    /// <summary>Seals under the service's keys.</summary>
    public CursorSeal(IDataProtectionProvider protection) => _protection = protection;

    /// <summary>Seals a place.</summary>
    /// <param name="list">The list and its filters.</param>
    /// <param name="place">The place.</param>
    internal string Seal(string list, string place) => Of(list).Protect(place);

    /// <summary>Opens a cursor, or null where it is none of this list's.</summary>
    internal string? Open(string list, string cursor)
    {
        try
        {
            return Of(list).Unprotect(cursor);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(string list) => _protection.CreateProtector("HukouWorkflow.Cursor", list);
}
