using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Contract;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges where a person lives: a city that has a pack, and a district of it.</summary>
internal static class DestinationReader
{
    /// <summary>Reads a destination.</summary>
    public static PolicyPack? Read(
        FormReader reader,
        DestinationForm form,
        PolicyBook book,
        InputProblems problems,
        out DivisionCode? city,
        out DivisionCode? district)
    {
        city = reader.Division(form.City, "/destination/city");
        district = reader.Division(form.District, "/destination/district");
        if (city is not { } known)
        {
            return null;
        }

        if (book.ForCity(known) is not { } pack)
        {
            problems.Add("/destination/city", "destination.noPack", string.Join(", ", book.Packs.SelectMany(each => each.Cities)));
            return null;
        }

        if (district is { } inside && !pack.IsDistrict(inside))
        {
            problems.Add("/destination/district", "destination.noDistrict", pack.Id);
        }

        return pack;
    }
}
