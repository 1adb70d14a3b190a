using System.Runtime.InteropServices;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies;

/// <summary>
/// What the criteria look at on one day. It remembers what they found: versions and routes share most of their criteria, and
/// the clocks are what costs. Not for two threads at once.
/// </summary>
/// <param name="facts">What was stated.</param>
/// <param name="today">The day of the evaluation.</param>
/// <param name="checks">What the registers answered so far.</param>
internal sealed class StatedCase(SettlementFacts facts, LocalDate today, IReadOnlyList<RegisterCheck> checks)
{
    private readonly List<(Criterion Criterion, Weighing Weighing)> _weighed = new(16);
    private readonly List<(RouteRules Route, LocalDate? MetOn)> _met = new(8);
    private readonly List<(ResidenceTerms Terms, ClockReading Reading)> _residence = new(4);
    private readonly List<(CountedWork? Work, IReadOnlyList<RecognisedTime> Recognised, SpellCount Count)> _counts = new(4);
    private List<(Criterion Criterion, Finding Finding)>? _judged;
    private List<(RouteRules Route, Finding Finding)>? _routes;
    private Dictionary<PointsRule, IReadOnlyList<PointsStep>>? _steps;

    public SettlementFacts Facts => facts;

    public LocalDate Today => today;

    /// <summary>The district lived in today.</summary>
    public DivisionCode District { get; } = facts.DistrictOn(today);

    /// <summary>What a criterion says, judged once however many routes and versions ask for it.</summary>
    public Weighing Weigh(Criterion criterion)
    {
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_weighed))
        {
            if (ReferenceEquals(known.Criterion, criterion))
            {
                return known.Weighing;
            }
        }

        var weighing = criterion.Weigh(this);
        _weighed.Add((criterion, weighing));
        return weighing;
    }

    /// <summary>When a route is met, reckoned once however many versions have it alike.</summary>
    public LocalDate? MetOn(RouteRules route)
    {
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_met))
        {
            if (ReferenceEquals(known.Route, route))
            {
                return known.MetOn;
            }
        }

        var metOn = route.MetOn(this);
        _met.Add((route, metOn));
        return metOn;
    }

    /// <summary>The same with its reasons.</summary>
    public Finding Judge(RouteRules route)
    {
        _routes ??= new(8);
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_routes))
        {
            if (ReferenceEquals(known.Route, route))
            {
                return known.Finding;
            }
        }

        var finding = route.Judge(this);
        _routes.Add((route, finding));
        return finding;
    }

    /// <summary>What a criterion says, with its reasons.</summary>
    public Finding Judge(Criterion criterion)
    {
        _judged ??= new(16);
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_judged))
        {
            if (ReferenceEquals(known.Criterion, criterion))
            {
                return known.Finding;
            }
        }

        var finding = criterion.Judge(this);
        _judged.Add((criterion, finding));
        return finding;
    }

    /// <summary>What an entry of a points table gives over time.</summary>
    public IReadOnlyList<PointsStep> Steps(PointsRule rule)
    {
        _steps ??= [];
        if (!_steps.TryGetValue(rule, out var steps))
        {
            _steps[rule] = steps = rule.Steps(this);
        }

        return steps;
    }

    /// <summary>The residence clock under some terms.</summary>
    public ClockReading Residence(ResidenceTerms terms)
    {
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_residence))
        {
            if (ReferenceEquals(known.Terms, terms))
            {
                return known.Reading;
            }
        }

        var reading = ReadingAlike(terms) ?? ResidenceClock.Read(facts, terms, today);
        _residence.Add((terms, reading));
        return reading;
    }

    /// <summary>The days of some work that count.</summary>
    public SpellCount Work(CountedWork which, IReadOnlyList<RecognisedTime> recognised) => Count(which, recognised);

    /// <summary>The days insured that count.</summary>
    public SpellCount Insurance(IReadOnlyList<RecognisedTime> recognised) => Count(null, recognised);

    public Evidence Evidence(string what, Register? register)
    {
        CheckOutcome? outcome = null;
        foreach (var check in checks)
        {
            if (check.Register == register)
            {
                outcome = check.Outcome;
            }
        }

        return new Evidence(what, SourceOf(outcome), register);
    }

    // What is recognised makes no difference to whoever earned nothing elsewhere.
    private ClockReading? ReadingAlike(ResidenceTerms terms)
    {
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_residence))
        {
            if (facts.Elsewhere.Count == 0 ? known.Terms.AreAlikeHere(terms) : known.Terms.Equals(terms))
            {
                return known.Reading;
            }
        }

        return null;
    }

    private SpellCount Count(CountedWork? work, IReadOnlyList<RecognisedTime> recognised)
    {
        recognised = facts.Elsewhere.Count == 0 ? [] : recognised;
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_counts))
        {
            if (ReferenceEquals(known.Recognised, recognised) && Equals(known.Work, work))
            {
                return known.Count;
            }
        }

        var (spells, what, idle) = work is null
            ? (facts.StandingInsurance, Accrual.Insurance, GapReason.NotInsured)
            : (work.Of(facts), Accrual.Work, GapReason.NotEmployed);
        var count = SpellCount.Of(RecognisedTime.Beside(spells, recognised, facts, what), facts.Abodes, facts.City, idle, today);
        _counts.Add((work, recognised, count));
        return count;
    }

    private static EvidenceSource SourceOf(CheckOutcome? outcome) => outcome switch
    {
        CheckOutcome.Confirmed => EvidenceSource.Confirmed,
        CheckOutcome.Contradicted => EvidenceSource.Contradicted,
        CheckOutcome.Unknown => EvidenceSource.Unknown,
        _ => EvidenceSource.Claimed,
    };
}
