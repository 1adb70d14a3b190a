using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges where a person lives: a city that has a pack, and a district of it.</summary>
internal static class DestinationReader
{
    /// <summary>Reads a destination; a district that is not stated is none.</summary>
    public static PolicyPack? Read(
        FormReader reader,
        string? cityCode,
        string? districtCode,
        string pointer,
        PolicyBook book,
        InputProblems problems,
        out DivisionCode? city,
        out DivisionCode? district)
    {
        city = reader.Division(cityCode, $"{pointer}/city");
        district = districtCode is null ? null : reader.Division(districtCode, $"{pointer}/district");
        if (city is not { } known)
        {
            return null;
        }

        if (book.ForCity(known) is not { } pack)
        {
            problems.Add($"{pointer}/city", "destination.noPack", string.Join(", ", book.Packs.SelectMany(each => each.Cities)));
            return null;
        }

        if (district is { } inside && !(pack.IsDistrict(inside) && inside.IsIn(known)))
        {
            problems.Add($"{pointer}/district", "destination.noDistrict", pack.Id);
        }

        return pack;
    }
}
