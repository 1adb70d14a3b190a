using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HukouWorkflow.Core.Policies.Explaining;

/// <summary>Reads a finding's figures back from their invariant form; null where a figure is not there.</summary>
internal static class FindingFigures
{
    /// <summary>The criterion that a rule's name begins with: <c>tax</c> of <c>tax:investmentTaxOneYear</c>.</summary>
    public static string Criterion(this Finding finding) => Split(finding.Rule).First;

    /// <summary>What stands after the criterion: the route's id, the entry's.</summary>
    public static string Detail(this Finding finding) => Split(finding.Rule).Second;

    public static bool Has(this Finding finding, string name) => finding.Text(name) is not null;

    public static string? Text(this Finding finding, string name)
    {
        foreach (var figure in finding.Figures)
        {
            if (string.Equals(figure.Name, name, StringComparison.Ordinal))
            {
                return figure.Value;
            }
        }

        return null;
    }

    public static decimal? Number(this Finding finding, string name) =>
        finding.Text(name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public static Period? Period(this Finding finding, string name) =>
        finding.Text(name) is { } text ? PeriodPattern.Roundtrip.Parse(text).Value : null;

    public static LocalDate? Date(this Finding finding, string name) =>
        finding.Text(name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    private static (string First, string Second) Split(string rule)
    {
        var colon = rule.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (rule, "") : (rule[..colon], rule[(colon + 1)..]);
    }
}
