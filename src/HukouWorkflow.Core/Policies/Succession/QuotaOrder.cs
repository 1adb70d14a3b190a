using System.Globalization;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>Whether a quota gives a route as many places as another.</summary>
internal static class QuotaOrder
{
    public static bool IsNoStricter(AnnualQuota? before, AnnualQuota? after, WrittenRules was, WrittenRules becomes)
    {
        if (after is null)
        {
            return true;
        }

        if (before is null || before.On != after.On)
        {
            return false;
        }

        // Where the number is not known nobody is ranked, and a person decides.
        return was.Value(before.Places) is not { } places
            || (becomes.Value(after.Places) is { } now && int.Parse(now, CultureInfo.InvariantCulture) >= int.Parse(places, CultureInfo.InvariantCulture));
    }
}
