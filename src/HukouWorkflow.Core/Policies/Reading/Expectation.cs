using System.Globalization;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>One thing that a sentence expects, as text on both sides.</summary>
/// <param name="What">What is looked at.</param>
/// <param name="Expected">What it must be.</param>
/// <param name="Actual">How to look at it.</param>
internal sealed record Expectation(string What, string Expected, Func<SentenceOutcome, string> Actual)
{
    public const string Never = "never";

    /// <summary>What is otherwise, or null.</summary>
    public string? Mismatch(SentenceOutcome outcome)
    {
        var actual = Actual(outcome);
        return string.Equals(actual, Expected, StringComparison.Ordinal) ? null : $"{What} should be {Expected}, but is {actual}.";
    }

    /// <summary>The expectations under a sentence's <c>expect</c>.</summary>
    public static IReadOnlyList<Expectation> Read(Fields fields)
    {
        var expected = new List<Expectation>
        {
            new("metOn", fields.Text("metOn"), found => Show(found.Best.MetOn)),
        };
        Add("route", found => found.Best.Route ?? "none");
        Add("version", found => Show(found.Best.Version));
        Add("creditedDays", found => found.Best.Residence.CreditedDays.ToString(CultureInfo.InvariantCulture));
        if (fields.Has("gaps"))
        {
            expected.Add(new("gaps", string.Join(", ", fields.TextList("gaps")), found => string.Join(", ", found.Best.Residence.Gaps.Select(Show))));
        }

        AddList("comeAlong", found => string.Join(", ", found.ComeAlong.Select(Words<Relation>.WordFor)));
        AddList("benefits", found => string.Join(", ", found.Pack.BenefitsOn(found.On).Select(Words<BenefitKind>.WordFor)));
        Add("points", found => found.Points?.ToString("0.##", CultureInfo.InvariantCulture) ?? "not ranked");
        AddMap("verdicts", rule => found => FindPath(found.Best.Tree, rule) is { } finding ? Words<Verdict>.WordFor(finding.Verdict) : "not asked");
        AddMap("versions", version => found => found.Evaluation.Results.FirstOrDefault(result => string.Equals(Show(result.Version), version, StringComparison.Ordinal)) is { } result ? Show(result.MetOn) : "not weighed");
        fields.End();
        return expected;

        void Add(string key, Func<SentenceOutcome, string> actual)
        {
            if (fields.OptionalText(key) is { } text)
            {
                expected.Add(new(key, text, actual));
            }
        }

        void AddList(string key, Func<SentenceOutcome, string> actual)
        {
            if (fields.Has(key))
            {
                expected.Add(new(key, string.Join(", ", fields.TextList(key)), actual));
            }
        }

        void AddMap(string key, Func<string, Func<SentenceOutcome, string>> actual)
        {
            if (fields.Has(key) && fields.Map(key) is { } map)
            {
                expected.AddRange(map.Names.Select(name => new Expectation($"{key} {name}", map.Text(name), actual(name))));
            }
        }
    }

    // "route:work/insurance" is the insurance asked on that route.
    private static Finding? FindPath(Finding tree, string path) =>
        path.Split('/').Aggregate((Finding?)tree, (found, rule) => found is null ? null : Find(found, rule));

    private static Finding? Find(Finding finding, string rule) =>
        string.Equals(finding.Rule, rule, StringComparison.Ordinal) ? finding : finding.Children.Select(child => Find(child, rule)).FirstOrDefault(found => found is not null);

    private static string Show(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : Never;

    // An ISO 8601 interval; an end that is not known stands as two dots.
    private static string Show(Gap gap) => $"{Show(gap.From)}/{(gap.To is null ? ".." : Show(gap.To))} {Words<GapReason>.WordFor(gap.Why)}";
}
