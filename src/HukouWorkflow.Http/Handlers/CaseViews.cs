using System.Globalization;
using HukouWorkflow.Core;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Http.Contract;
using HukouWorkflow.Http.Texts;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HukouWorkflow.Http.Handlers;

/// <summary>Shows cases: what is stored, and beside it what the rules make of it on the day it is looked at.</summary>
public sealed class CaseViews
{
    // The most a timeline shows; a case has some ten entries a year.
    private const int LongestTimeline = 1000;

    private readonly ICaseStore _store;
    private readonly PolicyShelf _shelf;
    private readonly ServiceClock _clock;

    /// <summary>Views over a store and the rules.</summary>
    public CaseViews(ICaseStore store, PolicyShelf shelf, ServiceClock clock)
    {
        _store = store;
        _shelf = shelf;
        _clock = clock;
    }

    /// <summary>A case as its applicant sees it.</summary>
    internal async Task<CaseView> OfAsync(CaseState state, HttpContext context)
    {
        var culture = HumanText.LanguageOf(context.Request);
        var journal = await _store.ReadJournalAsync(state.Id, 0, LongestTimeline, context.RequestAborted);
        var application = state.Application!;
        var pack = _shelf.Current.Find(application.Pack);
        var evaluation = Evaluate(state, pack);
        var best = evaluation?.Best;
        return new CaseView(
            state.Id,
            state.Status,
            state.Since,
            new PolicyView(application.Pack, state.Maturity?.Version ?? best?.Version ?? application.Version, state.Maturity?.Route ?? best?.Route),
            ClockOf(state, best),
            [.. state.Checks.Select(check => new CheckView(check.Register, check.Outcome, check.Reason, check.At))],
            [.. state.Benefits.Select(benefit => new BenefitView(benefit.Kind, benefit.Person, benefit.Status, benefit.At, benefit.Reference))],
            ReviewOf(state, culture),
            DecisionOf(state, pack, evaluation, culture),
            [],
            [.. journal.Where(entry => entry.Event is not CaseViewed).Select(entry => new TimelineView(entry.At, EventName.Of(entry.Event)))],
            Links.Of(state.Id));
    }

    /// <summary>How the newest evaluation of a case was reached, or null where its pack is gone.</summary>
    internal ExplanationView? Explain(CaseState state, HttpContext context) =>
        _shelf.Current.Find(state.Application!.Pack) is { } pack && Evaluate(state, pack) is { } evaluation
            ? new ExplanationView(pack.Id, DayOf(state), evaluation.Best, evaluation.Results, pack.Explain(evaluation, LanguageOf(context)))
            : null;

    private static Language LanguageOf(HttpContext context) => HumanText.LanguageOf(HumanText.LanguageOf(context.Request));

    // A closed case is shown as it was when it closed: nobody's five years go on after they are complete.
    private LocalDate DayOf(CaseState state) => state.IsClosed ? ChinaTime.DateOf(state.Since) : _clock.Today;

    private Evaluation? Evaluate(CaseState state, PolicyPack? pack) =>
        pack?.Evaluate(state.Facts!, state.Application!.Version, DayOf(state), state.Checks);

    private static ClockView? ClockOf(CaseState state, VersionEvaluation? best)
    {
        if (best is null)
        {
            return null;
        }

        // What is missed after the five years are complete takes nothing away, and would only frighten.
        var clock = best.Residence;
        var next = state.Status is CaseStatus.Received or CaseStatus.Accruing or CaseStatus.Suspended && clock.Next is { } due
            ? new NextView(due.What, due.From, due.By)
            : null;
        return new ClockView(clock.Required, clock.CreditedDays, clock.CountsFrom, state.Maturity?.On ?? best.MetOn, [.. clock.Gaps.Where(gap => clock.MaturesOn is not { } matured || gap.From < matured)], next);
    }

    private static ReviewView? ReviewOf(CaseState state, CultureInfo culture) => state.Review is not { } review
        ? null
        : new ReviewView(review.DecideBy, [.. review.Causes.Select(cause => new ReasonView(
            HumanText.Get(culture, $"reason.{cause.Reason}", cause.Register is { } register ? HumanText.Get(culture, $"register.{register}") : string.Empty),
            null,
            null))]);

    private static DecisionView? DecisionOf(CaseState state, PolicyPack? pack, Evaluation? evaluation, CultureInfo culture)
    {
        if (state.Grant is not { } grant || state.Maturity is not { } maturity)
        {
            return null;
        }

        var title = pack?.Routes.FirstOrDefault(route => string.Equals(route.Id, grant.Route, StringComparison.Ordinal))?.Title;
        var name = title is null ? grant.Route : HumanText.Of(culture, title);
        var text = HumanText.Get(culture, "reason.routeMet", name, maturity.On, maturity.Version);
        var rule = "route:" + grant.Route;
        var route = evaluation?.Best.Tree.Children.FirstOrDefault(finding => string.Equals(finding.Rule, rule, StringComparison.Ordinal));
        return new DecisionView(
            DecisionOutcome.Granted,
            "system",
            state.GrantedAt!.Value,
            [new ReasonView(text, ArticleOf(route?.Citation), route?.Citation?.Status), .. route is null ? [] : ReasonsOf(pack!, evaluation!, route, culture)]);
    }

    // Every criterion of the route in sentences, each with its own article.
    private static IEnumerable<ReasonView> ReasonsOf(PolicyPack pack, Evaluation evaluation, Finding route, CultureInfo culture) =>
        pack.Explain(evaluation, HumanText.LanguageOf(culture))
            .Children[evaluation.Results.ToList().IndexOf(evaluation.Best)]
            .Children.Single(told => string.Equals(told.Rule, route.Rule, StringComparison.Ordinal))
            .Children.Zip(route.Children, (told, found) => new ReasonView(told.Text, ArticleOf(found.Citation), found.Citation?.Status));

    private static string? ArticleOf(Citation? citation) =>
        citation is null ? null : string.Join(", ", new[] { citation.Document, citation.Article }.OfType<string>());
}
