using System.Globalization;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Says how a city's table gives points on a day.</summary>
/// <param name="pack">The pack.</param>
/// <param name="texts">The language's sentences.</param>
/// <param name="day">The day.</param>
/// <param name="sources">Numbers what is named.</param>
internal sealed class PointsSentences(PolicyPack pack, PackTexts texts, LocalDate day, LeafletSources sources)
{
    private const string Points = "points";
    private const string AtMost = "atMost";

    public IEnumerable<(int Depth, string Text)> Lines() =>
        from entry in pack.Points
        where !(day < entry.Since) && !(entry.Until <= day)
        let values = entry.Parameters.ToDictionary(each => each.Key, each => Value(each.Value), StringComparer.Ordinal)
        where values.Values.All(value => value is not null)
        select (1, sources.Mark(Of(entry, values), values.Values.First()!.Citation));

    private string Of(PointsEntry entry, Dictionary<string, ParameterValue?> values)
    {
        var title = ("title", (TextValue)texts.In(entry.Title));
        return entry.Kind switch
        {
            PointsEntryKind.Age => texts.Say("earns.age", title, ("points", Number(values[Points])), ("limit", texts.Say("has.ageAtMost", ("years", Number(values[AtMost]))))),
            PointsEntryKind.Highest => texts.Say("earns.highest", title, ("list", string.Join(texts.Grammar.BetweenNames, values.Select(value =>
                texts.Say("earns.qualification", ("held", texts.Say("qualification." + value.Key)), ("points", Number(value.Value))))))),
            _ when values.GetValueOrDefault(AtMost) is { } most =>
                texts.Say("earns.perYearMost", title, ("points", Number(values[Points])), ("most", Grammar.Number(Number(most)))),
            _ => texts.Say("earns.perYear", title, ("points", Number(values[Points]))),
        };
    }

    private ParameterValue? Value(string parameter) => pack.Parameters.First(each => string.Equals(each.Name, parameter, StringComparison.Ordinal)).On(day);

    // Where a value differs by district class, the least is told: nobody is promised what they may not get.
    private static decimal Number(ParameterValue? value) => value?.Value is { } whole
        ? decimal.Parse(whole, CultureInfo.InvariantCulture)
        : value!.ByDistrictClass.Values.Min(each => decimal.Parse(each, CultureInfo.InvariantCulture));
}
