using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Writes a pack as a leaflet: the rules of a day first, how they came about after.</summary>
/// <param name="pack">The pack.</param>
/// <param name="texts">The language's sentences.</param>
/// <param name="version">The version in force.</param>
/// <param name="day">The day.</param>
internal sealed class LeafletWriter(PolicyPack pack, PackTexts texts, PolicyVersion version, LocalDate day)
{
    private readonly LeafletSources _sources = new(texts);

    public Leaflet Write()
    {
        List<LeafletSection> sections =
        [
            Section("who", Who()),
            Section("ways", Ways()),
            Section("points", new PointsSentences(pack, texts, day, _sources).Lines()),
            Section("counting", Counting()),
            Section("gains", Gains()),
            Section("family", FamilyLines()),
            Section("places", Places()),
            Section("districts", Districts()),
            Section("history", new HistorySentences(pack, texts, _sources).Lines()),
            Section("unknown", pack.Unknowns.Select(unknown => (1, texts.In(unknown).Trim()))),
        ];
        sections.Add(Section("sources", _sources.Lines()));
        return new Leaflet(texts.Say("leaflet.title", ("city", texts.In(pack.Title))), [.. sections.Where(section => section.Lines.Count > 0)]);
    }

    private LeafletSection Section(string heading, IEnumerable<(int Depth, string Text)> lines) => new(texts.Say("heading." + heading), [.. lines]);

    private IEnumerable<(int Depth, string Text)> Who()
    {
        yield return (0, texts.Say("leaflet.asOf", ("date", texts.Grammar.Date(day)), ("version", texts.Grammar.Date(version.From))));
        yield return (0, pack.MinimumAgeOn(day) is { } age
            ? _sources.Mark(texts.Say("leaflet.minimumAge", ("years", age.Years)), age.Citation)
            : texts.Say("leaflet.anyAge"));
        yield return (0, texts.Say("leaflet.anyRoute"));
    }

    private IEnumerable<(int Depth, string Text)> Ways()
    {
        var asks = new AskSentences(pack, texts, day);
        var classes = pack.DistrictClasses.Values.Distinct(StringComparer.Ordinal).ToList();
        foreach (var route in version.Routes)
        {
            yield return (0, _sources.Mark(texts.Say("leaflet.route", ("route", texts.In(route.Title))), route.Citation));
            // Classes that are asked the same are told once; one that is asked nothing of a route has no such route.
            var groups = classes
                .Select(each => (Class: each, Asks: asks.Of(route, each).ToList()))
                .Where(each => each.Asks.Count > 0)
                .GroupBy(each => string.Join('\n', each.Asks.Select(ask => ask.Text)), StringComparer.Ordinal)
                .ToList();
            foreach (var group in groups)
            {
                var isEverywhere = group.Count() == classes.Count;
                if (!isEverywhere)
                {
                    yield return (1, texts.Say("leaflet.inClasses", ("classes", texts.Grammar.And([.. group.Select(each => texts.In(pack.ClassTitles[each.Class]))]))));
                }

                foreach (var ask in group.First().Asks)
                {
                    yield return (isEverywhere ? 1 : 2, _sources.Mark(ask.Text, ask.Citation));
                }

                if (pack.AnnualQuota is { } quota && quota.Ranks(route, day))
                {
                    yield return (isEverywhere ? 1 : 2, _sources.Mark(texts.Say("asks.place"), quota.Citation));
                }
            }
        }
    }

    private IEnumerable<(int Depth, string Text)> Counting()
    {
        yield return (1, texts.Say("counts.left"));
        if (version.Residence.LateEndorsement is { } late)
        {
            yield return (1, Marked(texts.Say(late.Effect == LateEndorsementEffect.Gap ? "counts.gap" : "counts.restart", ("grace", late.GraceDays)), pack.LateEndorsementEffect));
        }

        if (version.Residence.AbsenceAllowance is { } allowance)
        {
            yield return (1, Marked(texts.Say("counts.absence", ("days", allowance)), pack.AbsenceAllowance));
        }

        foreach (var recognition in pack.Recognition.Where(each => each.IsInForceOn(day)))
        {
            var what = ("what", (TextValue)texts.Grammar.And([.. recognition.Counts.Select(each => texts.Say("name." + Words<Accrual>.WordFor(each)))]));
            var places = ("places", (TextValue)texts.Grammar.And([.. recognition.PlaceTitles.Values.Select(texts.In)]));
            yield return (1, _sources.Mark(
                recognition.AtMost is { } most && Value(most) is { } value
                    ? texts.Say("counts.recognisedMost", what, places, ("most", texts.Grammar.Asked(Quantity.TryPeriod(value)!)))
                    : texts.Say("counts.recognised", what, places),
                recognition.Citation));
        }
    }

    private IEnumerable<(int Depth, string Text)> Gains()
    {
        foreach (var (key, benefits) in ((string, IReadOnlyList<GrantedBenefit>)[])[("gains.permit", pack.Benefits?.Permit ?? []), ("gains.settlement", pack.Benefits?.Settlement ?? [])])
        {
            var granted = benefits.Where(benefit => benefit.IsGrantedOn(day)).ToList();
            if (granted.Count > 0)
            {
                yield return (0, texts.Say(key));
            }

            foreach (var benefit in granted)
            {
                yield return (1, _sources.Mark(texts.In(benefit.Title), benefit.Citation));
            }
        }
    }

    private IEnumerable<(int Depth, string Text)> FamilyLines() => pack.Family
        .Where(terms => terms.IsInForceOn(day))
        .SelectMany(terms => terms.Members.Select(member => (1, _sources.Mark(Member(member), terms.Citation))));

    private string Member(FamilyMember member) => member switch
    {
        { Relation: Relation.Child, Under: { } under } when Value(under) is { } years => texts.Say("comes.childUnder", ("years", Number(years))),
        { Relation: Relation.Parent, Men: { } men, Women: { } women } => texts.Say("comes.parentFrom", ("men", Value(men) ?? ""), ("women", Value(women) ?? "")),
        _ => texts.Say("comes." + Words<Relation>.WordFor(member.Relation)),
    };

    private IEnumerable<(int Depth, string Text)> Places()
    {
        if (pack.AnnualQuota is { } quota && quota.IsInForceOn(day))
        {
            // The day comes every year; which year it is told in does not matter.
            var on = ("day", (TextValue)texts.Grammar.DateIn(day.Year, quota.On.InYear(day.Year)));
            yield return (0, _sources.Mark(
                pack.PlacesOn(day) is { } places ? texts.Say("places.number", ("places", places), on) : texts.Say("places.unknown", on), quota.Citation));
        }
    }

    private IEnumerable<(int Depth, string Text)> Districts() => pack.DistrictClasses
        .GroupBy(district => district.Value, StringComparer.Ordinal)
        .Select(group => (1, texts.Say("leaflet.district", ("class", texts.In(pack.ClassTitles[group.Key])), ("codes", texts.Grammar.And([.. group.Select(district => NameOf(district.Key))])))));

    private string NameOf(DivisionCode district) => pack.DistrictNames.TryGetValue(district, out var name) ? texts.In(name) : district.ToString();

    private string Marked(string text, PolicyParameter? parameter) => parameter?.On(day) is { } value ? _sources.Mark(text, value.Citation) : text;

    private string? Value(string parameter) => pack.Parameters.First(each => string.Equals(each.Name, parameter, StringComparison.Ordinal)).On(day)?.Value;

    private static int Number(string years) => int.Parse(years, CultureInfo.InvariantCulture);
}
