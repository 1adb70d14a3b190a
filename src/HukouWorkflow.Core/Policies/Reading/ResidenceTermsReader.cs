using System.Globalization;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Reads how one version counts residence. A version has one residence clock, shown with every case under it.</summary>
internal sealed class ResidenceTermsReader(PackHeader header, IReadOnlyDictionary<string, PolicyParameter> parameters, ICollection<PackProblem> problems)
{
    // Versions that recognise the same share one list: their terms are equal then, and a case is counted by them once.
    private IReadOnlyList<RecognisedTime> _recognised = [];

    /// <summary>The terms. The clock shows the shortest residence that an open route asks for, and runs without end where none does.</summary>
    public ResidenceTerms Read(IEnumerable<PolicyRoute> open, LocalDate from)
    {
        var required = open.SelectMany(route => route.All)
            .SelectMany(ParameterNames.Flatten)
            .Where(criterion => criterion.Kind == CriterionKind.Residence && criterion.IsAskedOn(from))
            // Without its first value the criterion resolver reports the period as not in force.
            .Select(criterion => On(criterion.Parameter(CriterionRole.Period), from) is { Value: { } text } ? Quantity.TryPeriod(text) : null)
            .OfType<Period>()
            .MinBy(period => from + period);
        var grace = On(header.Parameter(HeaderRole.Grace.Name), from);
        var effect = On(header.Parameter(HeaderRole.Effect.Name), from);
        if (grace is null != effect is null)
        {
            header.Fields.Report("lateEndorsement", "notInForce", $"From {from:uuuu'-'MM'-'dd} only one of 'grace' and 'effect' is in force. Let both begin on one day.");
        }

        return new ResidenceTerms(
            required,
            grace is not null && effect is not null ? new LateEndorsement(Number(grace.Value!), EffectOf(effect)) : null,
            On(header.Parameter(HeaderRole.Allowance.Name), from)?.Value is { } allowance ? Number(allowance) : null)
        {
            Recognised = RecognisedFrom(from),
        };
    }

    private IReadOnlyList<RecognisedTime> RecognisedFrom(LocalDate from)
    {
        List<RecognisedTime> recognised = [.. header.Recognition.Where(item => item.IsInForceOn(from)).Select(item => Recognised(item, from))];
        return _recognised = recognised.SequenceEqual(_recognised) ? _recognised : recognised;
    }

    private RecognisedTime Recognised(Recognition recognition, LocalDate from)
    {
        var most = On(recognition.AtMost, from);
        if (recognition.AtMost is { } name && most is null)
        {
            problems.Add(new(recognition.At.File, recognition.At.Line, "notInForce", $"The recognition needs '{name}' from {from:uuuu'-'MM'-'dd}, when it has no value yet. Give it one, or let the recognition begin later."));
        }

        return new RecognisedTime(recognition.Places, recognition.Counts, most?.Value is { } text ? Quantity.TryPeriod(text) : null);
    }

    private LateEndorsementEffect EffectOf(ParameterValue value)
    {
        if (!Words<LateEndorsementEffect>.TryParse(value.Value!, out var effect))
        {
            problems.Add(new(value.At.File, value.At.Line, "word", $"'{value.Value}' is no effect of a late endorsement. {Spelling.Suggest(value.Value!, Words<LateEndorsementEffect>.All)}"));
        }

        return effect;
    }

    private ParameterValue? On(string? name, LocalDate day) => name is null ? null : parameters[name].On(day);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
