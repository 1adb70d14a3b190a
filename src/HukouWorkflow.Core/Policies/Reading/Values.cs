using System.Globalization;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>The values of the parameters that one rule names, in one version and district class.</summary>
internal sealed class Values(IReadOnlyDictionary<string, ParameterValue> byRole, string? districtClass, Citation fallback)
{
    /// <summary>What the first of the values rests on; what the rule itself rests on where it names none.</summary>
    public Citation Citation => byRole.Values.Select(value => value.Citation).FirstOrDefault(fallback);

    /// <summary>Whether a value differs by district class, and the class is not known.</summary>
    public bool AreUnplaced => byRole.Values.Any(value => value.For(districtClass) is null);

    public Period? Period(string role) => Text(role) is { } text ? Quantity.TryPeriod(text) : null;

    public int? Whole(string role) => Text(role) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public decimal? Decimal(string role) => Text(role) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private string? Text(string role) => byRole.GetValueOrDefault(role)?.For(districtClass);
}
