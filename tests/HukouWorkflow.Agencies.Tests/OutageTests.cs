using HukouWorkflow.Agencies.Simulation;
using HukouWorkflow.Core.Cases;
using Microsoft.Extensions.Time.Testing;

namespace HukouWorkflow.Agencies.Tests;

public sealed class OutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_nobody_listens_When_a_register_is_asked_Then_the_reply_is_connection()
    {
        var simulated = await Simulated.StartAsync();
        var address = simulated.Address;
        await simulated.DisposeAsync();
        using var clients = new Clients(address);

        Assert.Equal(new(null, "connection"), await clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), Cancellation));
        Assert.Equal(new(null, Declined: false, "connection"), await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(), Cancellation));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task Given_an_agency_out_of_order_When_it_is_asked_Then_it_is_asked_again_and_the_reply_is_its_status(int status)
    {
        await using var agency = await ScriptedAgency.AnsweringAsync("{}", status: status);
        using var clients = new Clients(agency.Address, options => options with { Attempts = 4 });

        Assert.Equal(new(null, $"http-{status}"), await clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), Cancellation));
        Assert.Equal(4, agency.Received);
    }

    [Fact]
    public async Task Given_a_long_pause_between_attempts_When_the_total_time_is_over_Then_the_reply_is_timeout()
    {
        var time = new FakeTimeProvider();
        await using var agency = await ScriptedAgency.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var clients = new Clients(
            agency.Address,
            options => options with { AttemptTimeout = TimeSpan.FromSeconds(4), TotalTimeout = TimeSpan.FromSeconds(5), RetryDelay = TimeSpan.FromMinutes(1) },
            time);

        var asking = clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), Cancellation);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new(null, "timeout"), await asking);
    }

    [Fact]
    public async Task Given_a_service_clock_that_races_When_an_agency_is_asked_Then_timeouts_keep_real_time()
    {
        await using var simulated = await Simulated.StartAsync();
        using var clients = new Clients(simulated.Address, serviceTime: new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromDays(30) });

        Assert.Equal(new(CheckOutcome.Confirmed, null), await clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), Cancellation));
    }

    [Fact]
    public async Task Given_the_caller_gives_up_When_it_cancels_Then_the_cancellation_is_thrown()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var agency = await ScriptedAgency.StartAsync(context =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var clients = new Clients(agency.Address);
        using var caller = new CancellationTokenSource();

        var asking = clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), caller.Token);
        await arrived.Task.WaitAsync(Cancellation);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Given_one_agency_is_down_When_its_circuit_opens_Then_it_alone_is_spared_and_tried_again_after_the_pause()
    {
        var time = new FakeTimeProvider();
        await using var simulated = await Simulated.StartAsync(new Faults { Agencies = ["housing"], ErrorRate = 1 });
        using var clients = new Clients(simulated.Address, options => options with { Attempts = 1, BreakAfter = 2 }, time);
        async Task<string?> AskHousingAsync(int no) => (await clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(no), Cancellation)).Reason;

        Assert.Equal("http-503", await AskHousingAsync(1));
        Assert.Equal("http-503", await AskHousingAsync(2));
        Assert.Equal("circuitOpen", await AskHousingAsync(3));
        foreach (var other in Enum.GetValues<Register>().Where(register => register != Register.Housing))
        {
            Assert.Equal(new(CheckOutcome.Confirmed, null), await clients.Registers.AskAsync(other, Settlers.Inquiry(4), Cancellation));
        }

        await simulated.Http.DeleteAsync("simulator/faults", Cancellation);
        Assert.Equal("circuitOpen", await AskHousingAsync(5));
        Assert.Empty(await simulated.BooksAsync("housing"));

        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Null(await AskHousingAsync(6));
        Assert.Null(await AskHousingAsync(7));
        Assert.Equal(2, (await simulated.BooksAsync("housing")).Count);
    }

    [Fact]
    public async Task Given_one_agency_elsewhere_When_both_are_asked_Then_each_is_asked_where_it_is()
    {
        await using var simulated = await Simulated.StartAsync();
        await using var elsewhere = await ScriptedAgency.AnsweringAsync("""{"outcome":"unknown","reason":"moved"}""");
        using var clients = new Clients(
            simulated.Address,
            options => options with { Addresses = new Dictionary<string, Uri>(StringComparer.Ordinal) { ["housing"] = new(elsewhere.Address, "v2") } });

        Assert.Equal(new(CheckOutcome.Confirmed, null), await clients.Registers.AskAsync(Register.Population, Settlers.Inquiry(), Cancellation));
        Assert.Equal(new(CheckOutcome.Unknown, "moved"), await clients.Registers.AskAsync(Register.Housing, Settlers.Inquiry(), Cancellation));
        Assert.Equal("/v2/registers/housing/checks", elsewhere.Target);
    }

    [Fact]
    public async Task Given_every_kind_of_trouble_When_it_is_logged_Then_nobody_is_named()
    {
        await using var simulated = await Simulated.StartAsync(new Faults { Agencies = ["population", "health"], FailFirst = 2, DropRate = 0.5 });
        await using var hostile = await ScriptedAgency.AnsweringAsync($$"""{"outcome":"{{Settlers.Name}}","reason":"{{Settlers.ResidentId}}"}""");
        using var clients = new Clients(
            simulated.Address,
            options => options with { BreakAfter = 2, Addresses = new Dictionary<string, Uri>(StringComparer.Ordinal) { ["housing"] = hostile.Address } });

        foreach (var no in Enumerable.Range(1, 5))
        {
            foreach (var register in Enum.GetValues<Register>())
            {
                await clients.Registers.AskAsync(register, Settlers.Inquiry(no), Cancellation);
            }

            await clients.Benefits.RequestAsync(BenefitKind.Health, Settlers.Inquiry(no, person: 1), Cancellation);
        }

        Assert.Contains("503", clients.Log.Text, StringComparison.Ordinal);
        Assert.All(Settlers.Secrets, secret => Assert.DoesNotContain(secret, clients.Log.Text, StringComparison.Ordinal));
    }
}
