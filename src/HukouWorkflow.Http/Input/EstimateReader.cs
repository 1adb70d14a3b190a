using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Contract;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges partial facts and fills in what an estimate does not turn on.</summary>
internal static class EstimateReader
{
    // More than anybody chooses between, and each costs an evaluation.
    private const int MostCities = 10;

    // Nobody older applies, and a year is what an age is reckoned from.
    private const int OldestAge = 120;

    /// <summary>Reads facts to estimate from, or null where something is wrong.</summary>
    public static EstimateRead? Read(EstimateForm form, PolicyBook book, LocalDate today, InputProblems problems)
    {
        var reader = new FormReader(problems, today);
        var cities = ReadCities(reader, form, book, today, problems);
        var facts = ReadFacts(reader, form, today, problems);
        return problems.None
            ? new EstimateRead(
                [.. cities.Select(place => (place.Pack, place.District, facts with { City = place.City, Abodes = [new Abode(facts.ResidenceFrom, place.District ?? place.City)] }))],
                form.Destinations is not null,
                form.Residence is null)
            : null;
    }

    private static List<(PolicyPack Pack, DivisionCode City, DivisionCode? District)> ReadCities(
        FormReader reader, EstimateForm form, PolicyBook book, LocalDate today, InputProblems problems)
    {
        var cities = new List<(PolicyPack Pack, DivisionCode City, DivisionCode? District)>();
        if (form.Destinations is not { } several)
        {
            if (reader.Required(form.Destination, "/destination") is { } one)
            {
                Add(one, "/destination");
            }

            return cities;
        }

        if (form.Destination is not null || several.Count is 0 or > MostCities)
        {
            problems.Add("/destinations", "destination.oneOrSeveral", MostCities);
            return cities;
        }

        foreach (var (place, pointer) in reader.Entries(several, "/destinations"))
        {
            Add(place, pointer);
        }

        return cities;

        void Add(CityForm place, string pointer)
        {
            var pack = DestinationReader.Read(reader, place.City, place.District, pointer, book, problems, out var city, out var district);
            if (pack is null)
            {
                return;
            }

            if (pack.VersionOn(today) is null)
            {
                problems.Add($"{pointer}/city", "application.noVersion");
            }

            if (cities.Contains((pack, city!.Value, district)))
            {
                problems.Add(pointer, "input.twice");
            }

            cities.Add((pack, city.Value, district));
        }
    }

    private static SettlementFacts ReadFacts(FormReader reader, EstimateForm form, LocalDate today, InputProblems problems)
    {
        var life = new LifeReader(reader, problems, today);
        var residence = life.Residence(form.Residence ?? new ResidenceForm { From = today }, "/residence", null);
        var from = residence.From ?? today;
        if (form.BornIn is { } born && (born < today.Year - OldestAge || born > today.Year))
        {
            problems.Add("/bornIn", "input.year", today.Year - OldestAge, today.Year);
        }

        return new SettlementFacts
        {
            City = default,
            Abodes = [],
            Registration = Registration.Municipal,
            Hukou = HukouKind.Rural,
            ResidenceFrom = from,
            Basis = residence.Basis,
            Endorsements = residence.Endorsements,
            Absences = residence.Absences,
            Employment = life.Employment(form.Employment, null, []).Spells,
            Insurance = life.Insurance(form.Insurance, null),
            Taxes = life.Taxes(form.Taxes),
            Dwellings = residence.Dwelling is { } dwelling ? [new DwellingSince(from, dwelling)] : [],
            BornIn = form.BornIn,
            Sex = form.Sex,
            Qualifications = life.Qualifications(form.Qualifications),
            Study = life.Study(form.Study),
            Relatives = life.Relatives(form.Relatives),
            Elsewhere = life.Elsewhere(form.Elsewhere),
            NoRecord = life.NoRecord(form.Declarations),
        };
    }
}
