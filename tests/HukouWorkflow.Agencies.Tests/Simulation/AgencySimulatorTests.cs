using System.Net;
using System.Text;
using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Agencies.Tests.Simulation;

public sealed class AgencySimulatorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_no_faults_When_every_agency_is_asked_Then_all_confirm_and_grant_and_keep_one_line_each()
    {
        await using var simulated = await Simulated.StartAsync();
        using var clients = new Clients(simulated.Address);

        foreach (var register in Enum.GetValues<Register>())
        {
            Assert.Equal(new(CheckOutcome.Confirmed, null), await clients.Registers.AskAsync(register, Settlers.Inquiry((int)register + 1), Cancellation));
            Assert.Single(await simulated.BooksAsync(Agency.Of(register).Name));
        }

        foreach (var kind in Enum.GetValues<BenefitKind>())
        {
            var reply = await clients.Benefits.RequestAsync(kind, Settlers.Inquiry((int)kind + 7, person: 1), Cancellation);
            var entry = Assert.Single(await simulated.BooksAsync(Agency.Of(kind).Name));
            Assert.Equal(new(entry.Reference, Declined: false, Reason: null), reply);
            Assert.Equal(("granted", 1, $"{Settlers.Key((int)kind + 7)}"), (entry.Outcome, entry.Requested, entry.Key));
        }

        var books = await simulated.Http.GetStringAsync("simulator/books", Cancellation);
        Assert.All(Settlers.Secrets, secret => Assert.DoesNotContain(secret, books, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_an_employer_without_a_credit_code_When_the_employment_register_is_asked_Then_it_is_unknown()
    {
        await using var simulated = await Simulated.StartAsync();
        using var clients = new Clients(simulated.Address);
        var inquiry = Settlers.Inquiry() with { Personal = Settlers.Personal with { Employers = ["the noodle shop"] } };

        Assert.Equal(new(CheckOutcome.Unknown, "employerNotFound"), await clients.Registers.AskAsync(Register.Employment, inquiry, Cancellation));
    }

    [Fact]
    public async Task Given_chosen_people_When_they_are_asked_about_Then_that_agency_alone_contradicts_or_declines_them()
    {
        await using var simulated = await Simulated.StartAsync();
        using var clients = new Clients(simulated.Address);
        var set = await simulated.SetFaultsAsync(
            $$"""{"contradict":[{"residentId":"{{Settlers.ResidentId}}","register":"housing"}],"decline":[{"residentId":"{{Settlers.ChildId}}","benefit":"health"}]}""");

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(new(CheckOutcome.Contradicted, "recordsDiffer"), await clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(1), Cancellation));
        Assert.Equal(new(CheckOutcome.Confirmed, null), await clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(2), Cancellation));
        Assert.Equal(new(null, Declined: true, "notEligible"), await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(3, 1), Cancellation));
        Assert.NotNull((await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(4), Cancellation)).Reference);
        Assert.NotNull((await clients.Benefits.RequestAsync(BenefitKind.Education, Settlers.Inquiry(5, 1), Cancellation)).Reference);
    }

    [Fact]
    public async Task Given_a_declined_benefit_When_the_cause_is_gone_Then_the_same_key_is_granted_and_stays_granted()
    {
        var decline = new Faults { Decline = [new DeclinedPerson(Settlers.ResidentId, BenefitKind.Health)] };
        await using var simulated = await Simulated.StartAsync(decline);
        using var clients = new Clients(simulated.Address);
        async Task<bool> GrantedAsync() => (await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(), Cancellation)).Reference is not null;

        Assert.False(await GrantedAsync());
        await simulated.Http.DeleteAsync("simulator/faults", Cancellation);
        Assert.True(await GrantedAsync());
        await simulated.SetFaultsAsync($$"""{"decline":[{"residentId":"{{Settlers.ResidentId}}","benefit":"health"}]}""");
        Assert.True(await GrantedAsync());
        Assert.Equal(3, Assert.Single(await simulated.BooksAsync("health")).Requested);
    }

    [Fact]
    public async Task Given_a_member_without_a_number_When_a_benefit_is_requested_Then_it_is_declined()
    {
        await using var simulated = await Simulated.StartAsync();
        using var clients = new Clients(simulated.Address);
        var inquiry = Settlers.Inquiry(1, 1) with { Personal = Settlers.Personal with { Household = [new PersonalMember("李小明", null, null)] } };

        Assert.Equal(new(null, Declined: true, "personNotIdentified"), await clients.Benefits.RequestAsync(BenefitKind.Health, inquiry, Cancellation));
    }

    [Fact]
    public async Task Given_two_keys_for_one_person_When_both_are_requested_Then_the_books_show_two_grants_for_that_person()
    {
        await using var simulated = await Simulated.StartAsync();
        using var clients = new Clients(simulated.Address);

        await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(1), Cancellation);
        await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(2), Cancellation);
        await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(3, person: 1), Cancellation);

        var grants = (await simulated.BooksAsync("health")).GroupBy(entry => (entry.Key.Split('/')[0], entry.Person)).Select(person => person.Count());
        Assert.Equal([1, 2], grants.Order());
    }

    [Fact]
    public async Task Given_a_known_key_When_it_comes_with_another_body_Then_it_is_refused_and_the_books_stay()
    {
        await using var simulated = await Simulated.StartAsync();
        using var clients = new Clients(simulated.Address);
        await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(), Cancellation);

        var reply = await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(person: 1), Cancellation);

        Assert.Equal(new(null, Declined: false, "http-422"), reply);
        Assert.Equal("granted", Assert.Single(await simulated.BooksAsync("health")).Outcome);
    }

    [Theory]
    [InlineData(null, """{"person":{"name":"A","residentId":"1"}}""", 400)]
    [InlineData("a key", """{"person":{"name":"A","residentId":"1"}}""", 400)]
    [InlineData("k", "", 400)]
    [InlineData("k", "[]", 400)]
    [InlineData("k", "{}", 400)]
    [InlineData("k", """{"person":null}""", 400)]
    [InlineData("k", """{"person":{"name":"A","residentId":"1"},"salary":1}""", 400)]
    [InlineData("k", """{"person":{"name":"A","residentId":"1"}}""", 200)]
    public async Task Given_a_raw_request_When_it_is_not_of_the_protocol_Then_it_is_refused(string? key, string body, int status)
    {
        await using var simulated = await Simulated.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "benefits/health/requests");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var answer = await simulated.Http.SendAsync(request, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, (await simulated.BooksAsync("health")).Count);
    }

    [Fact]
    public async Task Given_a_huge_body_When_it_is_sent_Then_it_is_413()
    {
        await using var simulated = await Simulated.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "benefits/health/requests");
        request.Headers.Add("Idempotency-Key", "k");
        request.Content = new StringContent(new string(' ', 70_000), Encoding.UTF8, "application/json");

        using var answer = await simulated.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Given_many_at_once_with_one_key_When_they_are_handled_Then_the_work_is_done_once()
    {
        await using var simulated = await Simulated.StartAsync(new Faults { DuplicateRate = 0.5 });
        using var clients = new Clients(simulated.Address);

        var replies = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(), Cancellation)));

        Assert.Single(replies.Distinct());
        var entry = Assert.Single(await simulated.BooksAsync("health"));
        Assert.Equal(replies[0].Reference, entry.Reference);
        Assert.True(entry.Requested > 64);
    }
}
