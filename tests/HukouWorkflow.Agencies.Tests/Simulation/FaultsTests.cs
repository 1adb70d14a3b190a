using System.Net;
using System.Text.Json;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Agencies.Tests.Simulation;

public sealed class FaultsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_the_first_attempts_fail_When_a_benefit_is_requested_Then_it_is_granted_after_them_and_once()
    {
        await using var simulated = await Simulated.StartAsync(new Faults { FailFirst = 4 });
        using var clients = new Clients(simulated.Address);

        Assert.Equal(new(null, Declined: false, "http-503"), await RequestAsync(clients));
        Assert.Empty(await simulated.BooksAsync("health"));
        Assert.NotNull((await RequestAsync(clients)).Reference);
        Assert.Equal(5, Assert.Single(await simulated.BooksAsync("health")).Requested);
    }

    [Fact]
    public async Task Given_errors_before_the_work_When_a_benefit_is_requested_Then_nothing_is_in_the_books()
    {
        await using var simulated = await Simulated.StartAsync(new Faults { ErrorRate = 1 });
        using var clients = new Clients(simulated.Address);

        Assert.Equal(new(null, Declined: false, "http-503"), await RequestAsync(clients));
        Assert.Empty(await simulated.BooksAsync("health"));
    }

    [Fact]
    public async Task Given_every_connection_drops_after_the_work_When_a_benefit_is_requested_Then_it_is_granted_once_and_nobody_knows_yet()
    {
        await using var simulated = await Simulated.StartAsync(new Faults { DropRate = 1 });
        using var clients = new Clients(simulated.Address);

        Assert.Equal(new(null, Declined: false, "connection"), await RequestAsync(clients));
        var entry = Assert.Single(await simulated.BooksAsync("health"));
        Assert.Equal("granted", entry.Outcome);

        await simulated.Http.DeleteAsync("simulator/faults", Cancellation);
        Assert.Equal(entry.Reference, (await RequestAsync(clients)).Reference);
        Assert.Single(await simulated.BooksAsync("health"));
    }

    [Fact]
    public async Task Given_some_connections_drop_When_the_client_retries_Then_all_are_granted_once()
    {
        await using var simulated = await Simulated.StartAsync(new Faults { DropRate = 0.5, Seed = 3 });
        using var clients = new Clients(simulated.Address, options => options with { Attempts = 10 });

        var replies = await Task.WhenAll(Enumerable.Range(1, 20).Select(no => clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(no), Cancellation)));

        var books = await simulated.BooksAsync("health");
        Assert.Equal(20, books.Count);
        Assert.Equal(replies.Select(reply => reply.Reference).Order(StringComparer.Ordinal), books.Select(entry => entry.Reference).Order(StringComparer.Ordinal));
        Assert.Contains(books, entry => entry.Requested > 1);
    }

    [Fact]
    public async Task Given_a_late_answer_When_the_client_times_out_and_retries_Then_it_is_granted_once()
    {
        var (clientTime, agencyTime) = (new WatchedTime(), new WatchedTime());
        await using var simulated = await Simulated.StartAsync(new Faults { LateRate = 1 }, agencyTime);
        using var clients = new Clients(simulated.Address, time: clientTime);

        var requesting = RequestAsync(clients);
        await agencyTime.Waiting.WaitAsync(Cancellation);
        var held = Assert.Single(await simulated.BooksAsync("health"));
        await simulated.Http.DeleteAsync("simulator/faults", Cancellation);
        clientTime.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(held.Reference, (await requesting).Reference);
        Assert.Equal(held with { Requested = 2 }, Assert.Single(await simulated.BooksAsync("health")));
    }

    [Fact]
    public async Task Given_latency_When_a_register_is_asked_Then_it_answers_when_the_time_has_passed()
    {
        var time = new WatchedTime();
        await using var simulated = await Simulated.StartAsync(new Faults { LatencyMs = 300 }, time);
        using var clients = new Clients(simulated.Address);

        var asking = clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(), Cancellation);
        await time.Waiting.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromMilliseconds(299));
        Assert.Empty(await simulated.BooksAsync("housing"));
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(new(CheckOutcome.Confirmed, null), await asking);
    }

    [Fact]
    public async Task Given_duplicates_When_a_benefit_is_requested_Then_it_arrives_twice_and_is_granted_once()
    {
        await using var simulated = await Simulated.StartAsync(new Faults { DuplicateRate = 1 });
        using var clients = new Clients(simulated.Address);

        var reply = await RequestAsync(clients);

        var entry = Assert.Single(await simulated.BooksAsync("health"));
        Assert.Equal((reply.Reference, 2), (entry.Reference, entry.Requested));
    }

    [Fact]
    public void Given_a_seed_When_faults_are_drawn_twice_Then_they_are_the_same_and_near_their_rate()
    {
        var faults = new Faults { Seed = 1, ErrorRate = 0.2, DropRate = 0.5 };
        List<FaultDraw> Draw(Faults of) => [.. Enumerable.Range(0, 2000).Select(no => FaultDraw.Of(of, $"{no}", 1))];

        var draws = Draw(faults);

        Assert.Equal(draws, Draw(faults));
        Assert.NotEqual(draws, Draw(faults with { Seed = 2 }));
        Assert.InRange(draws.Count(draw => draw.Error), 300, 500);
        Assert.InRange(draws.Count(draw => draw.Drop), 850, 1150);
        Assert.DoesNotContain(draws, draw => draw.Late || draw.Duplicate);
    }

    [Theory]
    [InlineData("""{"errorRate":1.5,"dropRate":-1,"lateRate":"x","latencyMs":-1,"lateMs":1e9,"failFirst":0.5}""", "/dropRate,/errorRate,/failFirst,/lateMs,/lateRate,/latencyMs")]
    [InlineData("""{"errorrate":0.1,"seed":null}""", "/errorrate,/seed")]
    [InlineData("""{"agencies":["housing","Housing"],"failFirst":-1}""", "/agencies/1,/failFirst")]
    [InlineData("""{"agencies":"housing"}""", "/agencies")]
    [InlineData("""{"contradict":[{"residentId":"1","register":"housing"},{"residentId":"1","register":"tax"},{"residentId":"1"}]}""", "/contradict/1,/contradict/2")]
    [InlineData("""{"decline":[{"residentId":null,"benefit":"health"},{"residentId":"1","benefit":"health","why":"x"},null]}""", "/decline/0,/decline/1,/decline/2")]
    [InlineData("[]", "")]
    public async Task Given_bad_faults_When_they_are_set_Then_every_field_is_named_and_nothing_changes(string json, string pointers)
    {
        await using var simulated = await Simulated.StartAsync(new Faults { Seed = 42 });

        using var refused = await simulated.SetFaultsAsync(json);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Cancellation));
        var named = problem.RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name);
        Assert.Equal(pointers, string.Join(',', named.Order(StringComparer.Ordinal)));
        Assert.Contains("\"seed\":42", await simulated.Http.GetStringAsync("simulator/faults", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_no_json_When_faults_are_set_Then_it_is_refused()
    {
        await using var simulated = await Simulated.StartAsync();
        using var refused = await simulated.SetFaultsAsync("latency=1");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Given_faults_as_shown_When_they_are_set_again_Then_they_are_the_same()
    {
        const string Json = """{"seed":7,"agencies":["health"],"latencyMs":5,"errorRate":0.1,"dropRate":0.2,"lateRate":0.3,"lateMs":900,"duplicateRate":0.4,"failFirst":1,"contradict":[{"residentId":"1","register":"publicSecurity"}],"decline":[{"residentId":"2","benefit":"education"}]}""";
        await using var simulated = await Simulated.StartAsync();

        using var set = await simulated.SetFaultsAsync(Json);

        Assert.Equal(Json, await set.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(Json, await simulated.Http.GetStringAsync("simulator/faults", Cancellation));
    }

    [Fact]
    public async Task Given_faults_out_of_range_When_a_simulator_is_started_Then_it_does_not_start()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Simulated.StartAsync(new Faults { DropRate = 2, Agencies = ["tax"] }));
        Assert.Contains("/dropRate", refused.Message, StringComparison.Ordinal);
        Assert.Contains("/agencies/0", refused.Message, StringComparison.Ordinal);
    }

    private static Task<BenefitReply> RequestAsync(Clients clients) =>
        clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(), Cancellation);
}
