using System.Globalization;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads how one version counts residence. A version has one residence clock, shown with every case under it.</summary>
internal sealed class ResidenceTermsReader(IReadOnlyDictionary<string, PolicyParameter> parameters, ICollection<PackProblem> problems)
{
    /// <summary>The terms, or null with a problem where the open routes give none or several.</summary>
    public ResidenceTerms? Read(IEnumerable<PolicyRoute> open, LocalDate from, PackHeader header)
    {
        var counted = open.SelectMany(route => route.All)
            .SelectMany(ParameterNames.Flatten)
            .Where(criterion => criterion.Kind == CriterionKind.Residence && (criterion.Since is null || criterion.Since <= from))
            .ToList();
        if (counted.Count == 0)
        {
            header.Fields.Report(header.Fields.At, "residence", $"From {from:uuuu'-'MM'-'dd} no open route counts residence. Keep a route with the criterion 'residence' open.");
            return null;
        }

        var terms = counted.Select(criterion => Read(criterion, from)).Distinct().ToList();
        if (terms.Count > 1)
        {
            problems.Add(new(counted[1].At.File, counted[1].At.Line, "residence", "Two criteria count residence in different ways. Give both the same parameters."));
        }

        return terms[0];
    }

    private ResidenceTerms? Read(RouteCriterion criterion, LocalDate from)
    {
        // Without its first value the criterion resolver reports the period as not in force.
        var required = On(criterion, CriterionRole.Period, from) is { Value: { } text } ? Quantity.TryPeriod(text) : null;
        var allowance = On(criterion, CriterionRole.AbsenceAllowance, from)?.Value;
        var grace = On(criterion, CriterionRole.LateEndorsementGrace, from);
        var effect = On(criterion, CriterionRole.LateEndorsementEffect, from);
        if (grace is null != effect is null)
        {
            problems.Add(new(criterion.At.File, criterion.At.Line, "notInForce", $"From {from:uuuu'-'MM'-'dd} only one of 'lateEndorsementGrace' and 'lateEndorsementEffect' is in force. Let both begin on one day."));
        }

        return new ResidenceTerms(
            required ?? Period.Zero,
            grace is not null && effect is not null ? new LateEndorsement(Number(grace.Value!), EffectOf(effect)) : null,
            allowance is null ? null : Number(allowance));
    }

    private LateEndorsementEffect EffectOf(ParameterValue value)
    {
        if (!Words<LateEndorsementEffect>.TryParse(value.Value!, out var effect))
        {
            problems.Add(new(value.At.File, value.At.Line, "word", $"'{value.Value}' is no effect of a late endorsement. {Spelling.Suggest(value.Value!, Words<LateEndorsementEffect>.All)}"));
        }

        return effect;
    }

    private ParameterValue? On(RouteCriterion criterion, string role, LocalDate day) =>
        criterion.Parameter(role) is { } name ? parameters[name].On(day) : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
