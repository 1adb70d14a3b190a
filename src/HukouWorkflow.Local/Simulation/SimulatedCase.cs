using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Residence;
using NodaTime;

namespace HukouWorkflow.Local.Simulation;

/// <summary>
/// One case from its application to the end of the simulation, through the same decider that the service runs: time jumps
/// from one thing that happens to the next, whether the person tells something or the case is due by itself.
/// </summary>
internal sealed class SimulatedCase
{
    private readonly PolicyBook _book;
    private readonly Answers _answers;
    private readonly Totals _totals;
    private readonly HashSet<GapReason> _gaps = [];
    private readonly HashSet<ReviewCause> _reviews = [];
    private CaseState _state;
    private Evaluation? _evaluation;
    private LocalDate _applied;
    private bool _hasMatured;

    /// <summary>A case about to begin.</summary>
    public SimulatedCase(CaseId id, PolicyBook book, Answers answers, Totals totals)
    {
        (_book, _answers, _totals) = (book, answers, totals);
        _state = CaseState.Before(id);
    }

    /// <summary>The day hukou was granted, or null where it was not.</summary>
    public LocalDate? GrantedOn { get; private set; }

    /// <summary>Runs the case.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="end">The instant at which the simulation ends.</param>
    public void Run(Person person, Instant end)
    {
        Instant? wake = null;
        var next = 0;
        while (!_state.IsClosed)
        {
            var told = next < person.Told.Count ? person.Told[next].At : Instant.MaxValue;
            var now = Instant.Max(_state.LastAt, Instant.Min(told, wake ?? Instant.MaxValue));
            if (now >= end)
            {
                break;
            }

            Do(wake <= told ? new CaseCommand.Advance() : person.Told[next++].Command, now);
            wake = PerformWhatIsDue(now);
        }

        if (!_hasMatured && _state.Application is not null)
        {
            NoteGaps(_book.Evaluate(_state, ChinaTime.DateOf(_state.LastAt))!);
        }

        _totals.CountStops(_gaps, _reviews);
        _totals.CountEnd(_state.Status);
    }

    private Instant? PerformWhatIsDue(Instant now)
    {
        while (true)
        {
            var effects = Effects.Of(_state, _book, now, _evaluation);
            var hasPerformed = false;
            foreach (var owed in effects.Owed)
            {
                if (owed.DueAt <= now)
                {
                    Do(_answers.To(owed), now);
                    hasPerformed = true;
                }
            }

            if (!hasPerformed)
            {
                return effects.NextWake;
            }
        }
    }

    private void Do(CaseCommand command, Instant now)
    {
        var decision = CaseDecider.Decide(_state, command, _book, now);
        _evaluation = decision.Evaluation;
        var today = ChinaTime.DateOf(now);
        foreach (var happened in decision.Events)
        {
            var before = _state;
            _state = _state.Apply(happened, now);
            Count(happened, before, today);
            Shift(before.Status, _state.Status, today);
        }
    }

    private void Count(CaseEvent happened, CaseState before, LocalDate today)
    {
        switch (happened)
        {
            case ApplicationReceived:
                _applied = today;
                _totals.Count(Measure.Applications, today);
                _totals.Count(Measure.Waiting, today);
                break;
            case AccrualSuspended when before.Status != CaseStatus.Suspended:
                _totals.Count(Measure.Stopped, today);
                break;
            case CaseMatured when !_hasMatured:
                _hasMatured = true;
                NoteGaps(_evaluation!);
                _totals.Count(Measure.Matured, today);
                break;
            case ReviewOpened review:
                if (_reviews.Count == 0)
                {
                    _totals.Count(Measure.ToReview, today);
                }

                _reviews.UnionWith(review.Causes);
                break;
            case SettlementGranted grant:
                CountGrant(grant, today);
                break;
            case CaseSettled:
                _totals.Count(Measure.Settled, today);
                break;
            case ApplicationWithdrawn:
                _totals.Count(Measure.Withdrawn, today);
                break;
        }
    }

    // Days of residence that do not count are a reading of the clock and no event: an absence is known only once it is over.
    private void NoteGaps(Evaluation evaluation) => _gaps.UnionWith(evaluation.Best.Residence.Gaps.Select(gap => gap.Why));

    private void CountGrant(SettlementGranted grant, LocalDate today)
    {
        GrantedOn = today;
        _totals.Count(Measure.Granted, today);
        _totals.Count(Measure.SchoolPlaces, today, grant.Benefits.Count(benefit => benefit is { Kind: BenefitKind.Education, Person: > 0 }));
        _totals.Count(Measure.HealthEnrolments, today, grant.Benefits.Count(benefit => benefit.Kind == BenefitKind.Health));
        _totals.CountWait(_state.Facts!.ResidenceFrom, _applied, today);
    }

    private void Shift(CaseStatus before, CaseStatus after, LocalDate today)
    {
        if (before == after)
        {
            return;
        }

        if (before == CaseStatus.Suspended && after is CaseStatus.Accruing or CaseStatus.Checking)
        {
            _totals.Count(Measure.Resumed, today);
        }

        _totals.Count(Measure.Waiting, today, (IsWaiting(after) ? 1 : 0) - (IsWaiting(before) ? 1 : 0));
        _totals.Count(Measure.InReview, today, (after == CaseStatus.ForReview ? 1 : 0) - (before == CaseStatus.ForReview ? 1 : 0));
    }

    private static bool IsWaiting(CaseStatus status) =>
        status is CaseStatus.Received or CaseStatus.Accruing or CaseStatus.Suspended or CaseStatus.Checking or CaseStatus.Granting;
}
