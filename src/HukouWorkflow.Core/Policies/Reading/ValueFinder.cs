using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Finds the values that the rules of one version name, and reports those that are not in force.</summary>
internal sealed class ValueFinder(IReadOnlyDictionary<string, PolicyParameter> parameters, ICollection<PackProblem> problems, LocalDate from)
{
    /// <summary>The values, or null where one is not in force.</summary>
    /// <param name="named">The parameters by what each is for.</param>
    /// <param name="rule">The rule, for the message.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="districtClass">The class, or null for a person whose district the pack does not know.</param>
    /// <param name="fallback">What the rule rests on.</param>
    public Values? Find(IReadOnlyDictionary<string, string> named, string rule, SourceLine at, string? districtClass, Citation fallback)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var (role, name) in named)
        {
            if (parameters[name].On(from) is { } value)
            {
                values[role] = value;
            }
            else
            {
                problems.Add(new(at.File, at.Line, "notInForce", $"{rule} needs '{name}' from {from:uuuu'-'MM'-'dd}, when it has no value yet. Give it one, or let the rule begin later with 'since'."));
            }
        }

        return values.Count == named.Count ? new Values(values, districtClass, fallback) : null;
    }
}
