namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads a file under <c>parameters/</c>: one parameter, named by the file.</summary>
internal static class ParameterReader
{
    /// <summary>Reads the parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fields">The file.</param>
    /// <param name="districtClasses">The pack's district classes, or null where they are not known and nothing can be held against them.</param>
    public static PolicyParameter Read(string name, Fields fields, IReadOnlySet<string>? districtClasses)
    {
        var unit = fields.Word<ParameterUnit>("unit");
        var parameter = new PolicyParameter
        {
            Name = name,
            At = fields.At,
            Description = fields.Localized("description"),
            Unit = unit,
            Values = [.. fields.MapList("values").Select(value => ReadValue(value, unit, districtClasses)).OrderBy(value => value.From)],
        };
        if (fields.Has("values") && parameter.Values.Count == 0)
        {
            fields.Report("values", "missingKey", "There is no value. Add at least one.");
        }

        foreach (var repeated in parameter.Values.Zip(parameter.Values.Skip(1)).Where(pair => pair.First.From == pair.Second.From))
        {
            fields.Report(repeated.Second.At, "duplicateDate", $"Two values are in force from {repeated.Second.From:uuuu'-'MM'-'dd}. Keep one of the two.");
        }

        fields.End();
        return parameter;
    }

    private static ParameterValue ReadValue(Fields fields, ParameterUnit unit, IReadOnlySet<string>? districtClasses)
    {
        var isMap = fields.IsMap("value");
        var value = new ParameterValue
        {
            From = fields.Date("from"),
            Value = isMap ? null : ReadQuantity(fields, "value", unit),
            ByDistrictClass = isMap ? ReadByClass(fields.Map("value")!, unit, districtClasses) : new Dictionary<string, string>(StringComparer.Ordinal),
            Citation = fields.Citation(),
            At = fields.At,
        };
        fields.End();
        return value;
    }

    private static Dictionary<string, string> ReadByClass(Fields map, ParameterUnit unit, IReadOnlySet<string>? districtClasses)
    {
        foreach (var unknown in map.Names.Where(name => districtClasses?.Contains(name) == false))
        {
            map.Report(unknown, "unknownDistrictClass", $"'{unknown}' is no district class of this pack. {Spelling.Suggest(unknown, districtClasses!)}");
        }

        foreach (var missed in districtClasses?.Where(name => !map.Has(name)) ?? [])
        {
            map.Report(map.At, "missingDistrictClass", $"There is no value for the district class '{missed}'. Give every class one.");
        }

        return map.Names.ToDictionary(name => name, name => ReadQuantity(map, name, unit), StringComparer.Ordinal);
    }

    private static string ReadQuantity(Fields fields, string key, ParameterUnit unit)
    {
        var text = fields.Text(key);
        if (text.Length == 0)
        {
            return text;
        }

        var normal = Quantity.Normalize(unit, text, out var rule, out var remedy);
        if (normal is null)
        {
            fields.Report(key, rule, $"'{text}' is no value in the unit '{Words<ParameterUnit>.WordFor(unit)}'. {remedy}");
        }

        return normal ?? "";
    }
}
