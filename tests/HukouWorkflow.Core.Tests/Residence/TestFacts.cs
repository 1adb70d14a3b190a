using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>What a test states about a life in Chongqing; whatever it leaves out is the plainest case.</summary>
internal static class TestFacts
{
    public static readonly DivisionCode Chongqing = new(500000);
    public static readonly DivisionCode Jiangbei = new(500105);
    public static readonly DivisionCode Qianjiang = new(500114);
    public static readonly DivisionCode Chengdu = new(510100);

    public static SettlementFacts Since(
        LocalDate start,
        ResidenceBasis basis = ResidenceBasis.Permit,
        IReadOnlyList<LocalDate>? endorsements = null,
        IReadOnlyList<DateSpan>? absences = null,
        IReadOnlyList<Abode>? moves = null) => new()
        {
            City = Chongqing,
            Registration = Registration.External,
            Hukou = HukouKind.Rural,
            ResidenceFrom = start,
            Basis = basis,
            Abodes = [new Abode(start, Jiangbei), .. moves ?? []],
            Endorsements = endorsements ?? [],
            Absences = absences ?? [],
        };

    /// <summary>Endorsed on each of the first anniversaries, the last day that is in time.</summary>
    public static SettlementFacts EndorsedYearly(this SettlementFacts facts, int years) =>
        facts with { Endorsements = [.. Enumerable.Range(1, years).Select(year => facts.ResidenceFrom.PlusYears(year))] };

    public static ResidenceTerms Terms(
        string required = "P5Y", int grace = 0, LateEndorsementEffect effect = LateEndorsementEffect.Gap, int? allowance = null) =>
        new(Length(required), new LateEndorsement(grace, effect), allowance);

    public static Period Length(string iso) => NodaTime.Text.PeriodPattern.NormalizingIso.Parse(iso).Value;

    public static LocalDate Day(int year, int month, int day) => new(year, month, day);

    public static LocalDate Iso(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    public static DateSpan Span(LocalDate from, LocalDate? to) => new(from, to);

    public static DateSpan Days(LocalDate from, int count) => new(from, from.PlusDays(count));
}
