using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Residence;

/// <summary>Residence counted day by day as docs/residence-clock.md says it, slowly and without cleverness.</summary>
internal sealed class ResidenceOracle
{
    private readonly SettlementFacts _facts;
    private readonly ResidenceTerms _terms;
    private readonly LocalDate _today;
    private readonly DayBook _book;
    private LocalDate _anchor;
    private (LocalDate MaturesOn, LocalDate CountsFrom)? _complete;

    private ResidenceOracle(SettlementFacts facts, ResidenceTerms terms, LocalDate today)
    {
        _facts = facts;
        _terms = terms;
        _today = today;
        _book = new DayBook(facts.ResidenceFrom, LastDayThatMatters(facts, today), today);
        _anchor = facts.ResidenceFrom;
    }

    public static ClockReading Read(SettlementFacts facts, ResidenceTerms terms, LocalDate today) =>
        new ResidenceOracle(facts, terms, today).Read();

    /// <summary>Whether the last abode that began on or before a day is outside the city; the first holds from the beginning.</summary>
    public static bool IsOutside(IReadOnlyList<Abode> abodes, DivisionCode city, LocalDate day)
    {
        var abode = abodes[0];
        foreach (var next in abodes)
        {
            abode = next.Since <= day ? next : abode;
        }

        return !abode.Division.IsIn(city);
    }

    private ClockReading Read()
    {
        _book.TickUnlessStillToCome(GapReason.LeftCity, day => IsOutside(_facts.Abodes, _facts.City, day));
        TickDaysAwayTooLong();
        if (_facts.Basis != ResidenceBasis.Permit || _terms.LateEndorsement is not { } rule)
        {
            return _book.Read(_terms.Required!, _anchor, _book.Maturity(_anchor, _terms.Required!));
        }

        var validTo = WalkEndorsements(rule);
        var maturity = _complete ?? _book.Maturity(_anchor, _terms.Required!);
        var reading = _book.Read(_terms.Required!, _anchor, maturity);
        if (maturity is { } reached && reached.MaturesOn <= validTo)
        {
            return reading;
        }

        var lapses = validTo.PlusDays(rule.GraceDays + 1);
        return reading with
        {
            Next = new Due(DueKind.Endorsement, validTo.PlusMonths(-1), validTo),
            LapsesOn = lapses > _today ? lapses : null,
        };
    }

    private void TickDaysAwayTooLong()
    {
        if (_terms.AbsenceAllowance is not { } allowance)
        {
            return;
        }

        var standing = new Dictionary<LocalDate, DateSpan>();
        foreach (var span in _facts.Absences)
        {
            standing[span.From] = span;
        }

        // The absent days of the last year, oldest first: those of a year ago and before drop out at the front.
        var away = new Queue<LocalDate>();
        _book.TickUnlessStillToCome(GapReason.Absence, day =>
        {
            if (!standing.Values.Any(span => day >= span.From && (span.To is null || day < span.To)))
            {
                return false;
            }

            away.Enqueue(day);
            while (away.Peek() <= day.PlusYears(-1))
            {
                away.Dequeue();
            }

            return away.Count > allowance;
        });
    }

    private LocalDate WalkEndorsements(LateEndorsement rule)
    {
        var validTo = Anniversary(1);
        for (var day = _facts.ResidenceFrom; day <= _today; day = day.PlusDays(1))
        {
            if (!_facts.Endorsements.Contains(day))
            {
                continue;
            }

            if (day > validTo.PlusDays(rule.GraceDays))
            {
                Lapse(rule, validTo, day);
            }

            var year = 1;
            while (Anniversary(year).PlusMonths(-1) <= day)
            {
                year++;
            }

            validTo = Anniversary(year) > validTo ? Anniversary(year) : validTo;
        }

        if (_today > validTo.PlusDays(rule.GraceDays))
        {
            Lapse(rule, validTo, null);
        }

        return validTo;
    }

    private void Lapse(LateEndorsement rule, LocalDate validTo, LocalDate? endorsed)
    {
        // What was complete while the permit still ran, or in its grace, stays complete.
        if (_complete is null && _book.Maturity(_anchor, _terms.Required!) is { } maturity && maturity.MaturesOn <= validTo.PlusDays(rule.GraceDays))
        {
            _complete = maturity;
        }

        _book.Tick(GapReason.LateEndorsement, day => day >= validTo && (endorsed is null || day < endorsed));
        if (rule.Effect == LateEndorsementEffect.Restart && endorsed is { } again && _complete is null)
        {
            _book.Tick(GapReason.Restart, day => day < validTo);
            _anchor = again;
        }
    }

    private LocalDate Anniversary(int year) => _facts.ResidenceFrom.PlusYears(year);

    // Far enough beyond every date stated that a gap still open there has no end.
    private static LocalDate LastDayThatMatters(SettlementFacts facts, LocalDate today)
    {
        LocalDate[] days =
        [
            today, facts.ResidenceFrom, .. facts.Abodes.Select(abode => abode.Since), .. facts.Absences.Select(span => span.From),
            .. facts.Absences.Select(span => span.To ?? span.From),
        ];
        return days.Max().PlusDays(800);
    }
}
