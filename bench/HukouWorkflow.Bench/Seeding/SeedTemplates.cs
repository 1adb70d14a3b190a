using System.Collections.Concurrent;
using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Bench.Seeding;

/// <summary>
/// One decided application for each day of arrival and district. Deciding ten million times what comes out alike would take
/// longer than writing it; persons, ids, moments and sealed data are each case's own.
/// </summary>
internal sealed class SeedTemplates(SeedPlan plan, PolicyBook book)
{
    private const string City = "chongqing";
    private const int Attempts = 100;

    private static readonly PersonKey Nobody = PersonKey.FromBytes(stackalloc byte[PersonKey.Length]);

    // A day goes by undisturbed: what is measured at rest must not step a case.
    private static readonly Instant Quiet = ChinaTime.StartOf(SeedPlan.Today.PlusDays(2));

    private readonly ConcurrentDictionary<(int Day, int District), SeedTemplate> _decided = new();
    private readonly PolicyPack _pack = book.Find(City) ?? throw new BenchException($"The policy pack {City} is missing beside the program.");

    /// <summary>The districts cases are spread over.</summary>
    public IReadOnlyList<DivisionCode> Districts { get; } = [.. book.Find(City)!.DistrictClasses.Keys.OrderBy(code => code.Value)];

    /// <summary>What an application of a day and district comes to.</summary>
    /// <param name="day">The day of arrival, from 0.</param>
    /// <param name="district">The district's place in <see cref="Districts"/>.</param>
    public SeedTemplate Of(int day, int district) => _decided.GetOrAdd((day, district), key => Decide(DateOf(key.Day), key.District, new SeedDice(key.Day, key.District)));

    /// <summary>The date of a day of arrival.</summary>
    public static LocalDate DateOf(int day) => SeedPlan.Today.PlusDays(day - SeedPlan.DaysOfArrival);

    private SeedTemplate Decide(LocalDate arrives, int district, SeedDice dice)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var application = new ApplicationReceived
            {
                Applicant = Nobody,
                Pack = _pack.Id,
                Version = _pack.VersionOn(arrives)!.From,
                Facts = plan.FallDueOn is { } day ? SeedFacts.DueOn(day, Districts[district], dice) : SeedFacts.Mixed(arrives, Districts[district], dice),
                Consent = new Consent(AutomaticGrant: true, RegisterChecks: true),
                LandElection = LandElection.Keep,
            };
            var now = ChinaTime.StartOf(arrives);
            var decision = CaseDecider.Decide(CaseState.Before(default), new CaseCommand.Submit(application), book, now);
            var state = CaseState.Before(default).Apply(decision.Events, now);
            // The service looked at it again on the day the newest version came into force.
            var effects = Effects.Of(state, book, Instant.Max(now, ChinaTime.StartOf(_pack.VersionOn(SeedPlan.Today)!.From)));
            if (state.Status == CaseStatus.Accruing && IsAsPlanned(effects.NextWake))
            {
                return new SeedTemplate(application, decision.Events, effects);
            }
        }

        throw new BenchException($"No application of {arrives:uuuu-MM-dd} waits as planned: the packs' rules have changed. Choose other days in {nameof(SeedFacts)}.");
    }

    private bool IsAsPlanned(Instant? wake) => plan.FallDueOn is { } day ? wake == ChinaTime.StartOf(day) : wake >= Quiet;
}
