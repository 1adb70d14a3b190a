using FsCheck;
using FsCheck.Fluent;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>Somebody under one of the shipped or the example packs, with some of everything that can be stated.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Facts">What was stated.</param>
/// <param name="Applied">The day of the application: some version was in force on it.</param>
/// <param name="Today">The day of the evaluation, not before it.</param>
public sealed record Settler(PolicyPack Pack, SettlementFacts Facts, LocalDate Applied, LocalDate Today)
{
    private static readonly PolicyPack[] Packs = [.. ShippedPacks.Book.Packs];

    public static Arbitrary<Settler> Arbitrary() =>
    (
        from pack in Gen.Elements(Packs)
        from district in Gen.Elements(pack.DistrictClasses.Keys.Order(Comparer<DivisionCode>.Create((one, other) => one.Value - other.Value)).ToArray())
        from facts in FactsIn(pack, district)
        from wait in Gen.Choose(0, 4000)
        from more in Gen.Choose(0, 2000)
        let applied = LocalDate.Max(facts.ResidenceFrom.PlusDays(wait), pack.Versions[0].From)
        select new Settler(pack, facts, applied, applied.PlusDays(more))).ToArbitrary();

    internal VersionEvaluation Best() => Best(Facts);

    internal VersionEvaluation Best(SettlementFacts facts) => Pack.Evaluate(facts, Applied, Today, []).Best;

    private static Gen<SettlementFacts> FactsIn(PolicyPack pack, DivisionCode district) =>
        from start in Day
        from basis in Gen.Elements(ResidenceBasis.Permit, ResidenceBasis.Registration)
        from endorsed in Gen.Choose(0, 10)
        from late in Gen.Choose(-20, 60)
        from work in Some(from kind in Gen.Elements(Enum.GetValues<EmploymentKind>())
                          from span in Span
                          from place in Gen.Elements<Workplace?>(null, Workplace.MunicipalPark, Workplace.StrategicIndustry)
                          from months in Gen.Choose(0, 36)
                          select new EmploymentSpell(kind, span) { Workplace = place, Contract = months == 0 ? null : Period.FromMonths(months) })
        from insurance in Some(Span)
        from taxes in Some(from year in Gen.Choose(2012, 2026)
                           from paid in Gen.Choose(0, 120_000)
                           select new TaxYear(year, new Yuan(paid)))
        from dwellings in Some(from since in Day
                               from dwelling in Gen.Elements(Enum.GetValues<Dwelling>())
                               select new DwellingSince(since, dwelling))
        from born in Gen.Choose(1945, 2008)
        from sex in Gen.Elements<Sex?>(null, Sex.Male, Sex.Female)
        from held in Some(from kind in Gen.Elements(Enum.GetValues<QualificationKind>())
                          from since in Day
                          select new Qualification(kind, since))
        from study in Some(Span)
        from relatives in Some(from relation in Gen.Elements(Enum.GetValues<Relation>())
                               from since in Day
                               select new LocalRelative(relation, since))
        from elsewhere in Some(from place in Gen.Elements(new DivisionCode(510100), new DivisionCode(110105))
                               from what in Gen.Elements(Enum.GetValues<Accrual>())
                               from span in Span
                               select new TimeElsewhere(place, what, span))
        from clean in Gen.Elements<bool?>(null, true)
        select new SettlementFacts
        {
            City = pack.Cities.First(district.IsIn),
            Registration = Registration.Municipal,
            Hukou = HukouKind.Rural,
            ResidenceFrom = start,
            Basis = basis,
            Abodes = [new Abode(start, district)],
            Endorsements = [.. Enumerable.Range(1, endorsed).Select(year => start.PlusYears(year).PlusDays(late))],
            Employment = work,
            Insurance = insurance,
            Taxes = [.. taxes.DistinctBy(tax => tax.Year)],
            Dwellings = [.. dwellings.OrderBy(dwelling => dwelling.Since)],
            BornIn = born == 1945 ? null : born,
            Sex = sex,
            Qualifications = held,
            Study = study,
            Relatives = relatives,
            Elsewhere = elsewhere,
            NoRecord = clean,
        };

    private static Gen<LocalDate> Day => Gen.Choose(0, 5500).Select(Days.First.PlusDays);

    private static Gen<DateSpan> Span =>
        from first in Day
        from days in Gen.Choose(0, 3000)
        select new DateSpan(first, days == 0 ? null : first.PlusDays(days));

    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> one) =>
        from count in Gen.Choose(0, 3)
        from list in one.ArrayOf(count)
        select (IReadOnlyList<T>)list;
}
