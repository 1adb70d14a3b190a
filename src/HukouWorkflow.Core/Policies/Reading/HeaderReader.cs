using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads <c>pack.yaml</c>.</summary>
internal static class HeaderReader
{
    public static PackHeader Read(string folder, Fields fields)
    {
        var named = new List<NamedParameter>();
        var cities = ReadCities(fields);
        Name(fields, HeaderRole.MinimumAge, named);
        ReadSection(fields, "lateEndorsement", named, HeaderRole.Grace, HeaderRole.Effect);
        ReadSection(fields, "absence", named, HeaderRole.Allowance);
        var districts = DistrictReader.Read(fields, cities);
        var header = new PackHeader
        {
            Id = fields.Text("id"),
            Title = fields.Localized("title"),
            Cities = cities,
            CityClass = fields.Text("cityClass"),
            Divisions = fields.Text("divisions"),
            DistrictClasses = districts,
            DistrictNames = DistrictReader.ReadNames(fields, districts),
            ClassTitles = DistrictReader.ReadTitles(fields, districts),
            Recognition = fields.Has("recognition") ? [.. fields.MapList("recognition").Select(item => ReadRecognition(item, named))] : [],
            Family = fields.Has("family") ? [.. fields.MapList("family").Select(item => ReadFamily(item, named))] : [],
            Benefits = fields.Has("benefits") && fields.Map("benefits") is { } benefits ? ReadBenefits(benefits) : null,
            AnnualQuota = fields.Has("annualQuota") && fields.Map("annualQuota") is { } quota ? ReadQuota(quota, named) : null,
            Unknowns = [.. fields.MapList("unknowns").Select(unknown => unknown.Localized())],
            Parameters = named,
            Fields = fields,
        };
        if (header.Id.Length > 0 && !string.Equals(header.Id, folder, StringComparison.Ordinal))
        {
            fields.Report("id", "folder", $"The pack '{header.Id}' lies in the folder '{folder}'. Name both alike.");
        }

        fields.End();
        return header;
    }

    private static IReadOnlyList<DivisionCode> ReadCities(Fields fields)
    {
        if (!fields.Has("cities"))
        {
            return [fields.Division("city")];
        }

        if (fields.Has("city"))
        {
            fields.Report("cities", "unknownKey", "Both 'city' and 'cities' stand here. Keep one of the two.");
        }

        if (fields.IsEmptyList("cities"))
        {
            fields.Report("cities", "missingKey", "There is no city. Add at least one.");
        }

        return fields.DivisionList("cities");
    }

    private static Recognition ReadRecognition(Fields fields, List<NamedParameter> named)
    {
        var recognition = new Recognition
        {
            Since = fields.Date("since"),
            Until = fields.OptionalDate("until"),
            PlaceTitles = fields.Map("places") is { } places ? ReadPlaces(places) : new Dictionary<DivisionCode, LocalizedText>(),
            Counts = fields.WordList<Accrual>("counts"),
            AtMost = Name(fields, HeaderRole.RecognisedAtMost, named),
            Citation = fields.Citation(),
            At = fields.At,
        };
        if (fields.IsEmptyList("counts"))
        {
            fields.Report("counts", "noCriteria", "The list is empty, so nothing is recognised. Add at least one, or remove the whole.");
        }

        if (fields.IsMap("places") && recognition.Places.Count == 0)
        {
            fields.Report("places", "noCriteria", "No place is named, so nothing is recognised. Add at least one, or remove the whole.");
        }

        fields.CheckSpan(recognition.Since, recognition.Until);
        fields.End();
        return recognition;
    }

    private static Dictionary<DivisionCode, LocalizedText> ReadPlaces(Fields fields)
    {
        var places = new Dictionary<DivisionCode, LocalizedText>();
        foreach (var code in fields.Names)
        {
            places[fields.DivisionKey(code)] = fields.Localized(code);
        }

        return places;
    }

    private static FamilyTerms ReadFamily(Fields fields, List<NamedParameter> named)
    {
        var terms = new FamilyTerms
        {
            Since = fields.Date("since"),
            Until = fields.OptionalDate("until"),
            Members = [.. fields.MapList("members").Select(item => ReadMember(item, named)).OfType<FamilyMember>()],
            Citation = fields.Citation(),
            At = fields.At,
        };
        fields.CheckSpan(terms.Since, terms.Until);
        fields.End();
        return terms;
    }

    private static FamilyMember? ReadMember(Fields entry, List<NamedParameter> named)
    {
        var name = entry.Names.FirstOrDefault("");
        if (!Words<Relation>.TryParse(name, out var relation))
        {
            entry.Report(entry.At, "word", $"'{name}' is no relation known here. {Spelling.Suggest(name, Words<Relation>.All)}");
            return null;
        }

        if (entry.Map(name) is not { } terms)
        {
            return null;
        }

        var member = new FamilyMember(
            relation,
            relation == Relation.Child ? Name(terms, HeaderRole.Under, named) : null,
            relation == Relation.Parent ? Name(terms, HeaderRole.Men, named) : null,
            relation == Relation.Parent ? Name(terms, HeaderRole.Women, named) : null);
        terms.End();
        entry.End();
        return member;
    }

    private static Benefits ReadBenefits(Fields fields)
    {
        var benefits = new Benefits(
            fields.Has("permit") ? [.. fields.MapList("permit").Select(ReadBenefit)] : [],
            [.. fields.MapList("settlement").Select(ReadSettlementBenefit)]);
        fields.End();
        return benefits;
    }

    private static GrantedBenefit ReadSettlementBenefit(Fields fields)
    {
        _ = fields.Word<BenefitKind>("id");
        return ReadBenefit(fields);
    }

    private static GrantedBenefit ReadBenefit(Fields fields)
    {
        var benefit = new GrantedBenefit
        {
            Id = fields.Text("id"),
            Title = fields.Localized("title"),
            Since = fields.Date("since"),
            Until = fields.OptionalDate("until"),
            Citation = fields.Citation(),
            At = fields.At,
        };
        fields.CheckSpan(benefit.Since, benefit.Until);
        fields.End();
        return benefit;
    }

    private static AnnualQuota ReadQuota(Fields fields, List<NamedParameter> named)
    {
        var quota = new AnnualQuota
        {
            Since = fields.Date("since"),
            Until = fields.OptionalDate("until"),
            Route = fields.Text("route"),
            Places = Name(fields, HeaderRole.Places, named),
            On = fields.DayOfYear("on"),
            Citation = fields.Citation(),
            At = fields.AtKey("route"),
        };
        fields.CheckSpan(quota.Since, quota.Until);
        fields.End();
        return quota;
    }

    private static void ReadSection(Fields fields, string key, List<NamedParameter> named, params ReadOnlySpan<CriterionRole> roles)
    {
        if (!fields.Has(key) || fields.Map(key) is not { } section)
        {
            return;
        }

        foreach (var role in roles)
        {
            named.Add(new NamedParameter(role, section.Text(role.Name), section.AtKey(role.Name)));
        }

        section.End();
    }

    private static string? Name(Fields fields, CriterionRole role, List<NamedParameter> named)
    {
        if (fields.OptionalText(role.Name) is not { } name)
        {
            return null;
        }

        named.Add(new NamedParameter(role, name, fields.AtKey(role.Name)));
        return name;
    }
}
