using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Reading;

/// <summary>Fixes the values of the criteria of one version.</summary>
/// <param name="values">Finds the values.</param>
/// <param name="problems">Takes up what is wrong.</param>
/// <param name="from">The version.</param>
/// <param name="terms">How the version counts residence.</param>
/// <param name="shared">The criteria of all versions: those that came out alike are one, so that a case is weighed by it once.</param>
internal sealed class CriterionResolver(ValueFinder values, ICollection<PackProblem> problems, LocalDate from, ResidenceTerms terms, HashSet<Criterion> shared)
{
    /// <summary>The criteria asked in a district class under the version.</summary>
    /// <param name="criteria">As the pack writes them.</param>
    /// <param name="route">The route they belong to.</param>
    /// <param name="table">The points table there, or null where the pack has none.</param>
    /// <param name="districtClass">The class, or null for a person whose district the pack does not know.</param>
    public IReadOnlyList<Criterion> ResolveAll(IReadOnlyList<RouteCriterion> criteria, PolicyRoute route, PointsTable? table, string? districtClass) =>
        [.. criteria.Select(criterion => Resolve(criterion, route, table, districtClass)).OfType<Criterion>().Select(Share)];

    private Criterion Share(Criterion criterion)
    {
        if (shared.TryGetValue(criterion, out var same))
        {
            return same;
        }

        shared.Add(criterion);
        return criterion;
    }

    private Criterion? Resolve(RouteCriterion criterion, PolicyRoute route, PointsTable? table, string? districtClass)
    {
        if (!criterion.IsAskedOn(from) || !criterion.IsAskedIn(districtClass))
        {
            return null;
        }

        var rule = criterion.Kind == CriterionKind.Tax
            ? "tax:" + criterion.Parameter(CriterionRole.Amount)
            : Words<CriterionKind>.WordFor(criterion.Kind);
        if (criterion.Kind is CriterionKind.All or CriterionKind.Any or CriterionKind.AtLeast)
        {
            return ResolveSeveral(criterion, rule, ResolveAll(criterion.Of, route, table, districtClass));
        }

        if (values.Find(criterion.Parameters, $"The route '{route.Id}'", criterion.At, districtClass, route.Citation) is not { } found)
        {
            return null;
        }

        return found.AreUnplaced || (districtClass is null && criterion.DistrictClasses.Count > 0)
            ? new UnplacedCriterion(rule, found.Citation)
            : Make(criterion, rule, found, table);
    }

    private static SeveralCriterion? ResolveSeveral(RouteCriterion criterion, string rule, IReadOnlyList<Criterion> of) => of.Count == 0 ? null
        : criterion.Kind switch
        {
            CriterionKind.All => new SeveralCriterion(rule, of.Count, of),
            CriterionKind.Any => new SeveralCriterion(rule, 1, of),
            _ => new SeveralCriterion(rule, Math.Min(criterion.Count!.Value, of.Count), of),
        };

    private Criterion? Make(RouteCriterion criterion, string rule, Values found, PointsTable? table)
    {
        var citation = found.Citation;
        var period = found.Period(CriterionRole.Period);
        switch (criterion.Kind)
        {
            case CriterionKind.Residence:
                return new ResidenceCriterion(citation, terms with { Required = period });
            case CriterionKind.Work:
                var counted = new CountedWork(criterion.Work, criterion.Workplaces);
                return period is null
                    ? new PresentWorkCriterion(rule, citation, found.Period(CriterionRole.Contract), counted)
                    : new WorkCriterion(rule, citation, period, counted, terms.RecognisedAs(Accrual.Work));
            case CriterionKind.Investment:
                return period is null
                    ? new PresentWorkCriterion(rule, citation, null, CountedWork.Investment)
                    : new WorkCriterion(rule, citation, period, CountedWork.Investment, terms.RecognisedAs(Accrual.Work));
            case CriterionKind.Insurance:
                return new InsuranceCriterion(citation, period!, terms.RecognisedAs(Accrual.Insurance));
            case CriterionKind.Study:
                return new StudyCriterion(citation, period!);
            case CriterionKind.Dwelling:
                return period is null ? new DwellingCriterion(citation, criterion.Dwellings) : new HeldDwellingCriterion(citation, period, criterion.Dwellings);
            case CriterionKind.Permit:
                return new PermitCriterion(citation, terms with { Required = period, AbsenceAllowance = null, Recognised = [] });
            case CriterionKind.Qualification:
                return new QualificationCriterion(citation, criterion.Qualifications);
            case CriterionKind.Family:
                return new FamilyCriterion(citation, criterion.Relations, period ?? Period.Zero);
            case CriterionKind.NoRecord:
                return new NoRecordCriterion(citation);
            case CriterionKind.Age:
                return MakeAge(criterion, citation, found);
            case CriterionKind.Points:
                return MakePoints(criterion, citation, found.Decimal(CriterionRole.Minimum)!.Value, table);
            default:
                return new TaxCriterion(rule, citation, new Yuan(found.Decimal(CriterionRole.Amount)!.Value), found.Whole(CriterionRole.Years)!.Value);
        }
    }

    private AgeCriterion MakeAge(RouteCriterion criterion, Citation citation, Values found)
    {
        var (least, most, women) = (found.Whole(CriterionRole.AtLeast), found.Whole(CriterionRole.AtMost), found.Whole(CriterionRole.WomenAtMost));
        if (least > (most ?? int.MaxValue) || least > (women ?? int.MaxValue))
        {
            problems.Add(new(criterion.At.File, criterion.At.Line, "noCriteria", $"From {from:uuuu'-'MM'-'dd} nobody can be at least {least} and at most {most ?? women}. Let the lower age be the lower one."));
        }

        return new AgeCriterion(citation, least, most, women);
    }

    private PointsCriterion? MakePoints(RouteCriterion criterion, Citation citation, decimal minimum, PointsTable? table)
    {
        if (table is null)
        {
            problems.Add(new(criterion.At.File, criterion.At.Line, "missingFile", "Points are asked for, and there is no table to give them. Add points.yaml."));
            return null;
        }

        if (table.Most is { } most && most < minimum)
        {
            problems.Add(new(criterion.At.File, criterion.At.Line, "noCriteria", $"From {from:uuuu'-'MM'-'dd} the table gives at most {most} points, and {minimum} are asked for, so nobody can meet this. Ask for fewer, or give more."));
        }

        return new PointsCriterion(citation, minimum, table);
    }
}
