using System.Globalization;
using HukouWorkflow.Core.Policies.Reading;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Tells how a pack's rules changed: what each date brought.</summary>
/// <param name="pack">The pack.</param>
/// <param name="texts">The language's sentences.</param>
/// <param name="sources">Numbers what is named.</param>
internal sealed class HistorySentences(PolicyPack pack, PackTexts texts, LeafletSources sources)
{
    public IEnumerable<(int Depth, string Text)> Lines() =>
        pack.Versions.SelectMany(version => On(version.From).Select(text => (1, text)).Prepend((0, texts.Grammar.Date(version.From))));

    private IEnumerable<string> On(LocalDate day) =>
    [
        .. pack.Routes.Where(route => route.Since == day).Select(route => sources.Mark(texts.Say("history.opened", ("route", texts.In(route.Title))), route.Citation)),
        .. pack.Routes.Where(route => route.Until == day).Select(route => texts.Say("history.closed", ("route", texts.In(route.Title)))),
        .. pack.Parameters.SelectMany(parameter => parameter.Values.Where(value => value.From == day).Select(value => Value(parameter, value))),
        .. pack.Recognition.Where(recognition => recognition.Since == day).Select(recognition => sources.Mark(texts.Say("history.recognition"), recognition.Citation)),
        .. pack.Family.Where(family => family.Since == day).Select(family => sources.Mark(texts.Say("history.family"), family.Citation)),
        .. pack.AnnualQuota is { } quota && quota.Since == day ? [sources.Mark(texts.Say("history.quota"), quota.Citation)] : Array.Empty<string>(),
    ];

    private string Value(PolicyParameter parameter, ParameterValue value)
    {
        var amount = value.Value is { } whole
            ? Amount(parameter.Unit, whole)
            : string.Join(texts.Grammar.BetweenNames, value.ByDistrictClass.Select(each => texts.Say("history.valueIn", ("class", texts.In(pack.ClassTitles[each.Key])), ("value", Amount(parameter.Unit, each.Value)))));
        return sources.Mark(texts.Say("history.value", ("what", texts.In(parameter.Description).TrimEnd('.', '。')), ("value", amount)), value.Citation);
    }

    private string Amount(ParameterUnit unit, string value) => unit switch
    {
        ParameterUnit.Period => texts.Grammar.Asked(Quantity.TryPeriod(value)!),
        ParameterUnit.Cny => texts.Grammar.Money(Number(value)),
        ParameterUnit.Days => texts.Say("unit.days", ("number", Number(value))),
        ParameterUnit.Years => texts.Say("unit.years", ("number", Number(value))),
        ParameterUnit.Points => texts.Say("unit.points", ("number", Number(value))),
        ParameterUnit.Choice => texts.Say("choice." + value),
        _ => Grammar.Number(Number(value)),
    };

    private static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
