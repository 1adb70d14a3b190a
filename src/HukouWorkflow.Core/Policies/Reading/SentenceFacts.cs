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
        var city = fields.Has("city") ? fields.Division("city") : (DivisionCode?)null;
        var facts = new SettlementFacts
        {
            City = default,
            Registration = Registration.Municipal,
            Hukou = HukouKind.Rural,
            ResidenceFrom = residenceFrom,
            Basis = fields.Has("basis") ? fields.Word<ResidenceBasis>("basis") : ResidenceBasis.Permit,
            Abodes = [new(residenceFrom, fields.Division("district")), .. List(fields, "moves", move => new Abode(move.Date("on"), move.Division("division")))],
            Endorsements = fields.Has("endorsements") ? fields.DateList("endorsements") : [],
            Absences = List(fields, "absences", Span),
            Employment = List(fields, "employment", ReadSpell),
            Insurance = List(fields, "insurance", Span),
            Taxes = List(fields, "taxes", tax => new TaxYear(tax.Number("year"), new Yuan(tax.Number("paid")))),
            Dwellings = List(fields, "dwellings", dwelling => new DwellingSince(dwelling.Date("since"), dwelling.Word<Dwelling>("dwelling"))),
            BornIn = fields.Has("bornIn") ? fields.Number("bornIn") : null,
            Sex = fields.Has("sex") ? fields.Word<Sex>("sex") : null,
            Qualifications = List(fields, "qualifications", item => new Qualification(item.Word<QualificationKind>("kind"), item.Date("since"))),
            Study = List(fields, "study", Span),
            Relatives = List(fields, "relatives", item => new LocalRelative(item.Word<Relation>("relation"), item.Date("since"))),
            Elsewhere = List(fields, "elsewhere", item => new TimeElsewhere(item.Division("place"), item.Word<Accrual>("what"), Span(item))),
            NoRecord = fields.Has("noRecord") ? ReadNoRecord(fields) : null,
            Place = fields.Has("place") && fields.Map("place") is { } place ? ReadPlace(place) : null,
            Household = ReadHousehold(fields),
        };
        fields.End();
        return pack => facts with { City = city ?? pack.Cities[0] };
    }

    private static EmploymentSpell ReadSpell(Fields fields) => new(fields.Word<EmploymentKind>("kind"), Span(fields))
    {
        Workplace = fields.Has("workplace") ? fields.Word<Workplace>("workplace") : null,
        Contract = fields.Has("contract") ? fields.Period("contract") : null,
    };

    private static IReadOnlyList<HouseholdMember> ReadHousehold(Fields fields)
    {
        var no = 0;
        return List(fields, "household", item => new HouseholdMember(++no, item.Word<Relation>("relation"), null)
        {
            BornIn = item.Has("bornIn") ? item.Number("bornIn") : null,
            Sex = item.Has("sex") ? item.Word<Sex>("sex") : null,
        });
    }

    private static bool? ReadNoRecord(Fields fields)
    {
        if (fields.Text("noRecord") is not "true")
        {
            fields.Report("noRecord", "word", "Nobody declares to have a record. Write true, or leave it out.");
        }

        return true;
    }

    private static AllottedPlace ReadPlace(Fields fields)
    {
        var place = new AllottedPlace(fields.Number("year"), fields.Date("on"), fields.Number("rank"), fields.Decimal("points"));
        fields.End();
        return place;
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
}
