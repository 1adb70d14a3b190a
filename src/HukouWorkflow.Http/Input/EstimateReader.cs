using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Contract;
using NodaTime;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges partial facts and fills in what an estimate does not turn on.</summary>
internal static class EstimateReader
{
    /// <summary>Reads facts to estimate from, or null where something is wrong.</summary>
    public static EstimateRead? Read(EstimateForm form, PolicyBook book, LocalDate today, InputProblems problems)
    {
        var reader = new FormReader(problems, today);
        var life = new LifeReader(reader, problems, today);
        (DivisionCode? city, DivisionCode? district, PolicyPack? pack) = (null, null, null);
        if (reader.Required(form.Destination, "/destination") is { } destination)
        {
            pack = DestinationReader.Read(reader, destination, book, problems, out city, out district);
        }

        var residence = reader.Required(form.Residence, "/residence") is { } stated ? life.Residence(stated, "/residence", null) : null;
        var (spells, _) = life.Employment(form.Employment, null, []);
        var insurance = life.Insurance(form.Insurance, null);
        var taxes = life.Taxes(form.Taxes);
        if (pack is not null && pack.VersionOn(today) is null)
        {
            problems.Add("/destination/city", "application.noVersion");
        }

        if (!problems.None)
        {
            return null;
        }

        var from = residence!.From!.Value;
        return new EstimateRead(pack!, new SettlementFacts
        {
            City = city!.Value,
            Registration = Registration.Municipal,
            Hukou = HukouKind.Rural,
            ResidenceFrom = from,
            Basis = residence.Basis,
            Abodes = [new Abode(from, district!.Value)],
            Endorsements = residence.Endorsements,
            Absences = residence.Absences,
            Employment = spells,
            Insurance = insurance,
            Taxes = taxes,
            Dwellings = residence.Dwelling is { } dwelling ? [new DwellingSince(from, dwelling)] : [],
        });
    }
}
