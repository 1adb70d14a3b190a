using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies.Reading;

namespace HukouWorkflow.Core.Policies;

/// <summary>Every pack, and the working days of the country.</summary>
public sealed record PolicyBook
{
    /// <summary>The packs, in order of id.</summary>
    public required IReadOnlyList<PolicyPack> Packs { get; init; }

    /// <summary>The State Council's working days.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Reads the packs. There is a book only where nothing at all is wrong.</summary>
    /// <param name="files">Every file under the packs' folder, in any order.</param>
    public static PolicyBookReading Read(IEnumerable<PackFile> files) => BookReader.Read(files);

    /// <summary>The pack of a city, or null where there is none.</summary>
    public PolicyPack? ForCity(DivisionCode city) => Packs.FirstOrDefault(pack => pack.City == city);

    /// <summary>A pack by its id, or null where there is none.</summary>
    public PolicyPack? Find(string id) => Packs.FirstOrDefault(pack => string.Equals(pack.Id, id, StringComparison.Ordinal));
}
