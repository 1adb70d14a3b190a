using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>Every pack, and the working days of the country.</summary>
public sealed record PolicyBook
{
    /// <summary>The packs, in order of id.</summary>
    public required IReadOnlyList<PolicyPack> Packs { get; init; }

    /// <summary>The steps of the national line.</summary>
    public required NationalLine National { get; init; }

    /// <summary>The State Council's working days.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Reads the packs. There is a book only where nothing at all is wrong.</summary>
    /// <param name="files">Every file under the packs' folder, in any order, each once.</param>
    /// <exception cref="ArgumentException">A path stands twice.</exception>
    public static PolicyBookReading Read(IEnumerable<PackFile> files) => BookReader.Read(files);

    /// <summary>The pack of a city, or null where there is none.</summary>
    public PolicyPack? ForCity(DivisionCode city) => Packs.FirstOrDefault(pack => pack.Cities.Contains(city));

    /// <summary>Judges a case that has been applied for, on a day; null where its pack is not there or had no version in force yet.</summary>
    internal Evaluation? Evaluate(CaseState state, LocalDate today) =>
        Find(state.Application!.Pack) is { } pack && pack.VersionOn(today) is not null
            ? pack.Evaluate(state.Facts!, state.Application.Version, today, [])
            : null;

    /// <summary>A pack by its id, or null where there is none.</summary>
    public PolicyPack? Find(string id) => Packs.FirstOrDefault(pack => string.Equals(pack.Id, id, StringComparison.Ordinal));
}
