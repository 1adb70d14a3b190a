using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads <c>pack.yaml</c>.</summary>
internal static class HeaderReader
{
    public static PackHeader Read(string folder, Fields fields)
    {
        var city = ReadDivision(fields, "city");
        var header = new PackHeader(
            fields.Text("id"),
            fields.Localized("title"),
            city,
            fields.Text("cityClass"),
            fields.Text("divisions"),
            fields.OptionalText("minimumAge"),
            fields.Map("districtClasses") is { } classes ? ReadDistricts(classes, city) : new Dictionary<DivisionCode, string>(),
            [.. fields.MapList("unknowns").Select(unknown => unknown.Localized())],
            fields);
        if (header.Id.Length > 0 && !string.Equals(header.Id, folder, StringComparison.Ordinal))
        {
            fields.Report("id", "folder", $"The pack '{header.Id}' lies in the folder '{folder}'. Name both alike.");
        }

        if (fields.IsMap("districtClasses") && header.DistrictClasses.Count == 0)
        {
            fields.Report("districtClasses", "missingKey", "There is no district. Add every district of the city with its class.");
        }

        fields.End();
        return header;
    }

    private static DivisionCode ReadDivision(Fields fields, string key)
    {
        var text = fields.Text(key);
        if (!DivisionCode.TryParse(text, out var code) && text.Length > 0)
        {
            fields.Report(key, "division", $"'{text}' is no division code. Write six digits (GB/T 2260).");
        }

        return code;
    }

    private static Dictionary<DivisionCode, string> ReadDistricts(Fields classes, DivisionCode city)
    {
        var districts = new Dictionary<DivisionCode, string>();
        foreach (var name in classes.Names)
        {
            if (DivisionCode.TryParse(name, out var district) && (city == default || district.IsIn(city)))
            {
                districts[district] = classes.Text(name);
            }
            else
            {
                classes.Report(name, "division", $"'{name}' is no division of the city {city}. Write the six digits of one of its districts (GB/T 2260).");
            }
        }

        return districts;
    }
}
