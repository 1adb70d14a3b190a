using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>The national ceilings by city class: the layer above every city's own rules.</summary>
internal sealed class Ceilings(IReadOnlyDictionary<string, IReadOnlyList<Ceiling>> byCityClass)
{
    public const string File = "ceiling.yaml";

    public IEnumerable<string> CityClasses => byCityClass.Keys;

    public bool Knows(string cityClass) => byCityClass.ContainsKey(cityClass);

    /// <summary>The ceilings in force on any day of a span.</summary>
    public IReadOnlyList<Ceiling> InForce(string cityClass, LocalDate from, LocalDate? until)
    {
        var ceilings = byCityClass[cityClass];
        return [.. ceilings.Where((ceiling, i) => !(until <= ceiling.From) && !(i + 1 < ceilings.Count && ceilings[i + 1].From <= from))];
    }

    public static Ceilings Read(Fields fields)
    {
        var byCityClass = new Dictionary<string, IReadOnlyList<Ceiling>>(StringComparer.Ordinal);
        if (fields.Map("cityClasses") is { } classes)
        {
            foreach (var name in classes.Names)
            {
                byCityClass[name] = [.. classes.MapList(name).Select(ReadCeiling).OrderBy(ceiling => ceiling.From)];
            }
        }

        fields.End();
        return new Ceilings(byCityClass);
    }

    private static Ceiling ReadCeiling(Fields fields)
    {
        var text = fields.Text("maximum");
        var maximum = text switch
        {
            "none" => Period.Zero,
            "unstated" => null,
            _ => Quantity.TryPeriod(text),
        };
        if (maximum is null && text is not ("unstated" or ""))
        {
            fields.Report("maximum", "period", $"'{text}' is no period. Write one (P5Y), 'none' where no years may be asked, or 'unstated' where the law names no number.");
        }

        var ceiling = new Ceiling(fields.Date("from"), maximum, fields.Has("mayAsk") ? fields.WordList<CriterionKind>("mayAsk") : null, fields.Citation());
        fields.End();
        return ceiling;
    }
}
