using HukouWorkflow.Core.Calendar;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Cases.Events;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Ports;
using HukouWorkflow.Core.Quotas;
using HukouWorkflow.Core.Residence;
using HukouWorkflow.Core.Tests.Cases;
using HukouWorkflow.Core.Tests.Policies;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Quotas;

/// <summary>Places within an annual quota: three points a year of insurance, two places a year, given on 15 July.</summary>
public sealed class QuotaRankingTests
{
    private static readonly LocalDate RankingDay = new(2026, 7, 15);

    private readonly FakeTimeProvider _time = new(Morning(new LocalDate(2026, 7, 1)).ToDateTimeOffset());
    private readonly MemoryStore _store = new();
    private readonly List<CaseId> _woken = [];
    private readonly CaseLedger _ledger;
    private readonly ServiceClock _clock;

    public QuotaRankingTests()
    {
        _clock = new ServiceClock(_time, latestOnRecord: null);
        _ledger = new CaseLedger(_store, new PolicyShelf(Book()), _clock);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_more_people_than_places_When_the_day_comes_Then_the_most_points_get_them_and_the_rest_keep_theirs()
    {
        var (four, nine, five) = (await ApplyAsync(insuredYears: 4), await ApplyAsync(insuredYears: 9), await ApplyAsync(insuredYears: 5));

        TurnTo(RankingDay);
        var round = Assert.Single(await GiveAsync());

        Assert.Equal(new QuotaRound("town", 2026, 2, 0, 2, 1), round);
        Assert.Equal(new AllottedPlace(2026, RankingDay, 1, 27), (await StateAsync(nine)).Facts!.Place);
        Assert.Equal(new AllottedPlace(2026, RankingDay, 2, 15), (await StateAsync(five)).Facts!.Place);
        Assert.Equal([nine, five], _woken);
        Assert.Equal([CaseStatus.Checking, CaseStatus.Checking, CaseStatus.Accruing], [(await StateAsync(nine)).Status, (await StateAsync(five)).Status, (await StateAsync(four)).Status]);
        Assert.Equal(RankingDay, (await StateAsync(nine)).Maturity!.On);
    }

    [Fact]
    public async Task Given_equal_points_When_places_are_given_Then_the_earlier_application_goes_first()
    {
        var first = await ApplyAsync(insuredYears: 4);
        _time.Advance(TimeSpan.FromHours(1));
        var second = await ApplyAsync(insuredYears: 4);
        _time.Advance(TimeSpan.FromHours(1));
        var third = await ApplyAsync(insuredYears: 4);

        TurnTo(RankingDay);
        await GiveAsync();

        Assert.Equal([1, 2, null], [(await StateAsync(first)).Facts!.Place?.Rank, (await StateAsync(second)).Facts!.Place?.Rank, (await StateAsync(third)).Facts!.Place?.Rank]);
    }

    [Fact]
    public async Task Given_the_day_before_When_asked_Then_nobody_gets_a_place()
    {
        var applicant = await ApplyAsync(insuredYears: 4);

        TurnTo(RankingDay.PlusDays(-1));

        Assert.Empty(await GiveAsync());
        Assert.Null((await StateAsync(applicant)).Facts!.Place);
    }

    [Fact]
    public async Task Given_a_round_was_interrupted_When_it_is_run_again_Then_no_more_places_than_there_are_are_given()
    {
        var (best, next, last) = (await ApplyAsync(insuredYears: 9), await ApplyAsync(insuredYears: 5), await ApplyAsync(insuredYears: 4));
        TurnTo(RankingDay);
        await _ledger.CarryOutAsync(await StateAsync(best), [new CaseCommand.AllotPlace(new AllottedPlace(2026, RankingDay, 1, 27))], null, Ct);

        var again = Assert.Single(await GiveAsync());
        var oncemore = Assert.Single(await GiveAsync());

        Assert.Equal((1, 1, 1), (again.GivenBefore, again.Given, again.Remaining));
        Assert.Equal((2, 0, 1), (oncemore.GivenBefore, oncemore.Given, oncemore.Remaining));
        Assert.Equal(2, (await StateAsync(next)).Facts!.Place!.Rank);
        Assert.Null((await StateAsync(last)).Facts!.Place);
    }

    [Fact]
    public async Task Given_somebody_left_over_When_the_next_year_comes_Then_they_are_ranked_again_with_every_point()
    {
        var (waiting, _, _) = (await ApplyAsync(insuredYears: 4), await ApplyAsync(insuredYears: 9), await ApplyAsync(insuredYears: 9));
        TurnTo(RankingDay);
        await GiveAsync();

        TurnTo(RankingDay.PlusYears(1));
        await GiveAsync();

        Assert.Equal(new AllottedPlace(2027, RankingDay.PlusYears(1), 1, 15), (await StateAsync(waiting)).Facts!.Place);
    }

    [Fact]
    public async Task Given_who_does_not_meet_the_conditions_or_applied_after_the_day_When_places_are_given_Then_they_are_not_ranked()
    {
        var tooShort = await ApplyAsync(insuredYears: 2);
        TurnTo(RankingDay.PlusDays(1));
        var late = await ApplyAsync(insuredYears: 9);

        var round = Assert.Single(await GiveAsync());

        Assert.Equal((0, 0), (round.Given, round.Remaining));
        Assert.Null((await StateAsync(tooShort)).Facts!.Place);
        Assert.Null((await StateAsync(late)).Facts!.Place);
    }

    [Fact]
    public async Task Given_a_month_has_passed_since_the_day_When_asked_Then_places_left_are_given_to_nobody()
    {
        await ApplyAsync(insuredYears: 9);
        TurnTo(RankingDay.PlusDays(30));
        Assert.Equal(1, Assert.Single(await GiveAsync()).Given);

        TurnTo(RankingDay.PlusDays(31));
        Assert.Empty(await GiveAsync());
    }

    [Fact]
    public async Task Given_a_case_that_was_withdrawn_When_places_are_given_Then_it_gets_none()
    {
        var withdrawn = await ApplyAsync(insuredYears: 9);
        await _ledger.CarryOutAsync(await StateAsync(withdrawn), [new CaseCommand.Withdraw()], null, Ct);
        TurnTo(RankingDay);

        Assert.Equal(0, Assert.Single(await GiveAsync()).Given);
        Assert.Equal(CaseStatus.Withdrawn, (await StateAsync(withdrawn)).Status);
    }

    private static Instant Morning(LocalDate day) => ChinaTime.StartOf(day) + Duration.FromHours(9);

    private static PolicyBook Book()
    {
        const string Reference = "status: verified, reference: {document: Made up for tests}";
        var reading = new PackText()
            .Replace(PackText.Pack, "cityClass: large", "cityClass: huge\nannualQuota: {since: 2018-01-01, route: points, places: places, on: 07-15, " + Reference + "}")
            .Set(PackText.Routes, $$"""
                routes:
                  - id: points
                    title: {en: Points, zh-CN: 积分}
                    since: 2010-01-01
                    status: verified
                    reference: {document: Made up for tests}
                    all:
                      - insurance: {period: residencePeriod}
                """)
            .Replace(PackText.Residence, "value: P5Y", "value: P3Y")
            .Without(PackText.Work)
            .Set("policies/town/points.yaml", "entries:\n  - {id: insurance, title: {en: Insurance, zh-CN: 社保}, perYear: {of: insurance, points: each}}\n")
            .Set("policies/town/parameters/each.yaml", "description: {en: Each year, zh-CN: 每年}\nunit: points\nvalues: [{from: 2010-01-01, value: 3, " + Reference + "}]\n")
            .Set("policies/town/parameters/places.yaml", "description: {en: Places, zh-CN: 名额}\nunit: count\nvalues: [{from: 2018-01-01, value: 2, " + Reference + "}]\n")
            .Read();
        return reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private async Task<CaseId> ApplyAsync(int insuredYears)
    {
        var from = _clock.Today.PlusYears(-insuredYears).PlusDays(-1);
        var id = new CaseId(Guid.CreateVersion7(_time.GetUtcNow()));
        var application = new ApplicationReceived
        {
            Applicant = new PersonKey(Guid.NewGuid().ToString("N")),
            Pack = "town",
            Version = new LocalDate(2018, 1, 1),
            Consent = new Consent(AutomaticGrant: true, RegisterChecks: true),
            Facts = new SettlementFacts
            {
                City = new DivisionCode(320100),
                Registration = Registration.External,
                Hukou = HukouKind.Rural,
                ResidenceFrom = from,
                Basis = ResidenceBasis.Registration,
                Abodes = [new Abode(from, new DivisionCode(320102))],
                Insurance = [new DateSpan(from, null)],
            },
        };
        Assert.IsType<LedgerResult.Done>(await _ledger.CarryOutAsync(CaseState.Before(id), [new CaseCommand.Submit(application)], null, Ct));
        return id;
    }

    private void TurnTo(LocalDate day) => _time.SetUtcNow(Morning(day).ToDateTimeOffset());

    private async Task<IReadOnlyList<QuotaRound>> GiveAsync() => await new QuotaRanking(_store, _ledger, new Wakes(_woken), _clock).GivePlacesAsync(Ct);

    private async Task<CaseState> StateAsync(CaseId id) => (await _store.LoadAsync(id, Ct))!;

    /// <summary>Writes down who was woken, and wakes nobody.</summary>
    private sealed class Wakes(List<CaseId> woken) : ICaseRuntime
    {
        public ValueTask WakeAsync(CaseId id, Instant? nextWake, CancellationToken cancellationToken)
        {
            woken.Add(id);
            return ValueTask.CompletedTask;
        }

        public Task<OrchestrationStatus?> DescribeAsync(CaseId id, CancellationToken cancellationToken) => Task.FromResult<OrchestrationStatus?>(null);
    }
}
