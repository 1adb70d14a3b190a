using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads the districts of <c>pack.yaml</c>: the class of each, and what districts and classes are called.</summary>
internal static class DistrictReader
{
    private const string Classes = "districtClasses";
    private const string Names = "districtNames";
    private const string Titles = "classTitles";

    /// <summary>The class of every district.</summary>
    public static Dictionary<DivisionCode, string> Read(Fields fields, IReadOnlyList<DivisionCode> cities)
    {
        var districts = new Dictionary<DivisionCode, string>();
        if (fields.Map(Classes) is not { } classes)
        {
            return districts;
        }

        foreach (var name in classes.Names)
        {
            if (DivisionCode.TryParse(name, out var district) && cities.Any(city => city == default || district.IsIn(city)))
            {
                districts[district] = classes.Text(name);
            }
            else
            {
                classes.Report(name, "division", $"'{name}' is no division of {string.Join(", ", cities)}. Write the six digits of one of its districts (GB/T 2260).");
            }
        }

        if (districts.Count == 0)
        {
            fields.Report(Classes, "missingKey", "There is no district. Add every district of the city with its class.");
        }

        return districts;
    }

    /// <summary>What the districts are called, as far as the pack says. Where no district could be read, no name is held against them.</summary>
    public static Dictionary<DivisionCode, LocalizedText> ReadNames(Fields fields, IReadOnlyDictionary<DivisionCode, string> districts)
    {
        var names = new Dictionary<DivisionCode, LocalizedText>();
        if (!fields.Has(Names) || fields.Map(Names) is not { } map)
        {
            return names;
        }

        foreach (var name in map.Names)
        {
            var text = map.Localized(name);
            if (DivisionCode.TryParse(name, out var district) && districts.ContainsKey(district))
            {
                names[district] = text;
            }
            else if (districts.Count > 0)
            {
                map.Report(name, "division", $"'{name}' has a name and no class. Add it to '{Classes}', or take the name away.");
            }
        }

        return names;
    }

    /// <summary>What every class is called. Where no district could be read, no title is held against them.</summary>
    public static Dictionary<string, LocalizedText> ReadTitles(Fields fields, IReadOnlyDictionary<DivisionCode, string> districts)
    {
        var titles = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        if (fields.Map(Titles) is not { } map)
        {
            return titles;
        }

        var classes = districts.Values.Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in map.Names)
        {
            titles[name] = map.Localized(name);
            if (classes.Count > 0 && !classes.Contains(name, StringComparer.Ordinal))
            {
                map.Report(name, "unknownDistrictClass", $"'{name}' is the class of no district. {Spelling.Suggest(name, classes)}");
            }
        }

        foreach (var untitled in classes.Where(name => !titles.ContainsKey(name)))
        {
            map.Report(map.At, "missingDistrictClass", $"There is no title for the district class '{untitled}'. Give every class one in English and Chinese.");
        }

        return titles;
    }
}
