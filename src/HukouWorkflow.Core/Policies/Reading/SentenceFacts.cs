using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads what a sentence states about a person: an application's facts, with the same names.</summary>
internal static class SentenceFacts
{
    /// <summary>The facts, still to be placed in the pack's city.</summary>
    public static Func<PolicyPack, SettlementFacts> Read(Fields fields)
    {
        var residenceFrom = fields.Date("residenceFrom");
        var facts = new SettlementFacts
        {
            City = default,
            Registration = Registration.Municipal,
            Hukou = HukouKind.Rural,
            ResidenceFrom = residenceFrom,
            Basis = fields.Has("basis") ? fields.Word<ResidenceBasis>("basis") : ResidenceBasis.Permit,
            Abodes = [new(residenceFrom, Division(fields, "district")), .. List(fields, "moves", move => new Abode(move.Date("on"), Division(move, "division")))],
            Endorsements = fields.Has("endorsements") ? fields.DateList("endorsements") : [],
            Absences = List(fields, "absences", Span),
            Employment = List(fields, "employment", spell => new EmploymentSpell(spell.Word<EmploymentKind>("kind"), Span(spell))),
            Insurance = List(fields, "insurance", Span),
            Taxes = List(fields, "taxes", tax => new TaxYear(Number(tax, "year"), new Yuan(Number(tax, "paid")))),
            Dwellings = List(fields, "dwellings", dwelling => new DwellingSince(dwelling.Date("since"), dwelling.Word<Dwelling>("dwelling"))),
        };
        fields.End();
        return pack => facts with { City = pack.City };
    }

    private static IReadOnlyList<T> List<T>(Fields fields, string key, Func<Fields, T> read)
    {
        if (!fields.Has(key))
        {
            return [];
        }

        return [.. fields.MapList(key).Select(item =>
        {
            var value = read(item);
            item.End();
            return value;
        })];
    }

    private static DateSpan Span(Fields fields) => new(fields.Date("from"), fields.OptionalDate("to"));

    private static DivisionCode Division(Fields fields, string key)
    {
        if (!DivisionCode.TryParse(fields.Text(key), out var division))
        {
            fields.Report(key, "division", "This is no division code. Write six digits (GB/T 2260).");
        }

        return division;
    }

    private static int Number(Fields fields, string key)
    {
        if (!int.TryParse(fields.Text(key), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            fields.Report(key, "number", "This is no whole number. Write digits.");
        }

        return number;
    }
}
