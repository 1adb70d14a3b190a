using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Policies.Reading;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Policies.Succession;

/// <summary>Compares a pack with its successor at every date on which a version of either began, in every district class.</summary>
internal sealed class PackSuccession(PolicyPack before, PolicyPack after, LocalDate today, List<PackProblem> problems)
{
    private const string Stricter = "stricterThanReleased";

    public void Check()
    {
        foreach (var version in before.Versions.Where(version => version.From <= today && !after.Versions.Any(successor => successor.From == version.From)))
        {
            Report(after.At, "versionVanished", $"The version of {version.From:uuuu'-'MM'-'dd} is in force, and nothing begins on that day any more");
        }

        foreach (var city in before.Cities.Except(after.Cities))
        {
            Report(after.At, "cityVanished", $"The pack no longer serves {city}");
        }

        foreach (var division in before.DistrictClasses.Keys.Where(division => !after.DistrictClasses.ContainsKey(division)))
        {
            Report(after.At, "districtVanished", $"The division {division} is of no district class any more");
        }

        foreach (var date in Dates(pack => pack.Versions.Select(version => version.From)))
        {
            CheckOn(date);
        }

        CheckFamily();
        CheckBenefits();
    }

    // What begins today is new law, and may ask what it likes beside what was before it.
    private IEnumerable<LocalDate> Dates(Func<PolicyPack, IEnumerable<LocalDate>> changes) => before.Versions.Select(version => version.From)
        .Concat(changes(before))
        .Where(date => date <= today)
        .Concat(changes(after).Where(date => date < today))
        .Where(date => before.VersionOn(date) is not null)
        .Distinct()
        .Order();

    private void CheckFamily()
    {
        var family = new FamilySuccession(before, after);
        foreach (var date in Dates(FamilySuccession.DatesOf))
        {
            if (family.FewerOn(date) is { } relation)
            {
                var ages = FamilySuccession.ParametersOf(after).ToHashSet(StringComparer.Ordinal);
                var at = ChangedOn(date, parameter => ages.Contains(parameter.Name)) ?? after.Family.Where(terms => terms.IsInForceOn(date)).Select(terms => (SourceLine?)terms.At).FirstOrDefault();
                Report(at ?? after.At, Stricter, $"From {date:uuuu'-'MM'-'dd} fewer of the family may come along (the relation '{Words<Relation>.WordFor(relation)}')");
            }
        }
    }

    private void CheckBenefits()
    {
        var benefits = new BenefitSuccession(before, after);
        foreach (var date in Dates(BenefitSuccession.DatesOf))
        {
            foreach (var (id, at) in benefits.LostOn(date))
            {
                Report(at, Stricter, $"From {date:uuuu'-'MM'-'dd} the benefit '{id}' is not granted");
            }
        }
    }

    private void CheckOn(LocalDate date)
    {
        if (after.VersionOn(date) is not { } version)
        {
            return;
        }

        if (!IsNoStricter(before.VersionOn(date)!.Residence, version.Residence))
        {
            Report(ChangedOn(date, parameter => parameter.Unit is ParameterUnit.Days or ParameterUnit.Choice) ?? after.At, Stricter, $"From {date:uuuu'-'MM'-'dd} residence is counted less favourably (endorsements, absences or recognised years)");
        }

        if (after.MinimumAgeOn(date) is { } age && !(age.Years <= before.MinimumAgeOn(date)?.Years))
        {
            Report(after.At, Stricter, $"From {date:uuuu'-'MM'-'dd} people must be older to apply");
        }

        foreach (var (was, becomes) in Classes())
        {
            CheckIn(new WrittenRules(before, date, was), new WrittenRules(after, date, becomes), becomes);
        }
    }

    private IEnumerable<(string? Was, string? Becomes)> Classes() => before.DistrictClasses
        .Where(district => after.DistrictClasses.ContainsKey(district.Key))
        .Select(district => ((string?)district.Value, (string?)after.DistrictClasses[district.Key]))
        .Append((null, null))
        .Distinct();

    private void CheckIn(WrittenRules was, WrittenRules becomes, string? districtClass)
    {
        var where = $"From {was.Date:uuuu'-'MM'-'dd}{(districtClass is null ? "" : $" in the district class '{districtClass}'")}";
        foreach (var route in was.Routes)
        {
            if (becomes.Routes.FirstOrDefault(one => string.Equals(one.Id, route.Id, StringComparison.Ordinal)) is not { } successor)
            {
                var at = after.Routes.FirstOrDefault(one => string.Equals(one.Id, route.Id, StringComparison.Ordinal))?.At ?? after.At;
                Report(at, "routeVanished", $"{where} the route '{route.Id}' is not open any more");
                continue;
            }

            var order = new CriterionOrder(was.Points, becomes.Points);
            var asked = was.Of(route);
            if (becomes.Of(successor).FirstOrDefault(criterion => !asked.Any(one => order.IsNoStricter(one, criterion))) is { } stricter)
            {
                Report(ChangedValueOf(stricter, was.Date) ?? stricter.Written.At, Stricter, $"{where} the route '{route.Id}' asks more than before ({stricter})");
            }

            if (!QuotaOrder.IsNoStricter(was.QuotaOf(route), becomes.QuotaOf(successor), was, becomes))
            {
                Report(after.AnnualQuota!.At, Stricter, $"{where} the route '{route.Id}' gives fewer places a year");
            }
        }
    }

    private static bool IsNoStricter(ResidenceTerms was, ResidenceTerms becomes) =>
        (becomes.AbsenceAllowance is not { } allowed || allowed >= was.AbsenceAllowance)
        && (becomes.LateEndorsement is not { } late
            || (was.LateEndorsement is { } before && late.GraceDays >= before.GraceDays && (late.Effect == before.Effect || late.Effect == LateEndorsementEffect.Gap)))
        && was.Recognised.All(one => becomes.Recognised.Any(other => IsNoStricter(one, other)));

    private static bool IsNoStricter(RecognisedTime was, RecognisedTime becomes) =>
        was.Places.All(becomes.Places.Contains)
        && was.Counts.All(becomes.Counts.Contains)
        && (becomes.AtMost is not { } most || (was.AtMost is { } before && PeriodOrder.IsNoLonger(before, most)));

    private SourceLine? ChangedValueOf(WrittenCriterion criterion, LocalDate date)
    {
        var names = criterion.Parameters.ToHashSet(StringComparer.Ordinal);
        return ChangedOn(date, parameter => names.Contains(parameter.Name));
    }

    // Where a value was rewritten, its line is the one to mend, not that of the rule which names it.
    private SourceLine? ChangedOn(LocalDate date, Func<PolicyParameter, bool> which) => after.Parameters.Where(which)
        .Select(parameter => (Now: parameter.On(date), Was: before.Parameters.FirstOrDefault(one => string.Equals(one.Name, parameter.Name, StringComparison.Ordinal))?.On(date)))
        .Where(pair => pair.Now is { } now && !WrittenRules.SaysTheSame(pair.Was, now))
        .Select(pair => (SourceLine?)pair.Now!.At)
        .FirstOrDefault();

    private void Report(SourceLine at, string rule, string what) => problems.Add(new(
        at.File,
        at.Line,
        rule,
        $"{what}, and people were told otherwise. Leave what is released as it was, and add what is new with the date {today:uuuu'-'MM'-'dd} or later."));
}
