using HukouWorkflow.Functions.Testing.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Functions.Tests.Engine;

/// <summary>The engine itself: what it must catch, and what it must do as the isolated worker does.</summary>
public sealed class EngineTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly VirtualDurableEngine _engine;
    private readonly VirtualDurableTaskClient _client;

    public EngineTests()
    {
        _engine = new VirtualDurableEngine(
            new DurableFunctions(typeof(EngineTests).Assembly, () => _services),
            new VirtualTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        _client = new VirtualDurableTaskClient(_engine);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_an_orchestrator_that_asks_for_something_else_each_time_When_replayed_Then_the_first_difference_is_named()
    {
        var caught = await Assert.ThrowsAsync<NonDeterministicOrchestratorException>(() => RunAsync(nameof(Samples.CountsRuns)));

        Assert.Matches("action 0: .*\"Payload\":\"\\d+\".*, then .*\"Payload\":\"\\d+\"", caught.Message);
    }

    [Fact]
    public async Task Given_an_orchestrator_that_awaits_what_no_history_holds_When_run_Then_it_is_refused() =>
        await Assert.ThrowsAsync<NonDeterministicOrchestratorException>(() => RunAsync(nameof(Samples.AwaitsThePool)));

    [Fact]
    public async Task Given_a_timer_nobody_cancelled_When_the_code_has_ended_Then_the_instance_runs_until_the_timer_has()
    {
        await RunAsync(nameof(Samples.EndsWithATimer));
        Assert.Equal(OrchestrationRuntimeStatus.Running, _engine.Find("it")!.Status);

        await _engine.RunAsync(_engine.Time.GetUtcNow().AddHours(1), Ct);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, _engine.Find("it")!.Status);
    }

    [Fact]
    public async Task Given_a_wait_of_a_week_When_it_is_over_Then_it_was_made_of_two_timers_of_three_days_and_one_of_one()
    {
        await RunAsync(nameof(Samples.WaitsAWeek), TimeSpan.FromDays(7));

        var instance = _engine.Find("it")!;
        Assert.Equal(
            [3, 6, 7],
            instance.History.Where(happened => happened.Kind == HistoryKind.TimerCreated).Select(timer => (timer.At!.Value - instance.CreatedAt.UtcDateTime).TotalDays));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status);
    }

    [Fact]
    public async Task Given_events_raised_before_they_are_waited_for_When_waited_for_by_another_case_of_the_name_Then_they_come_in_order()
    {
        await _client.ScheduleNewOrchestrationInstanceAsync(nameof(Samples.Gathers), options: new StartOrchestrationOptions("it"), cancellation: Ct);
        foreach (var word in (string[])["a", "b", "c"])
        {
            await _client.RaiseEventAsync("it", "word", word, Ct);
        }

        await _client.RaiseEventAsync("nobody", "word", "lost", Ct);
        await _engine.RunAsync(_engine.Time.GetUtcNow(), Ct);

        Assert.Equal("\"readyabc\"", (await _client.GetInstanceAsync("it", getInputsAndOutputs: true, Ct))!.SerializedOutput);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _client.RaiseEventAsync("it", "word", "late", Ct));
    }

    [Fact]
    public async Task Given_an_activity_that_always_fails_When_its_retries_end_Then_the_pauses_grew_to_the_longest_and_the_failure_is_told()
    {
        await RunAsync(nameof(Samples.Tries), TimeSpan.FromHours(1));

        var began = _engine.Find("it")!.CreatedAt.UtcDateTime;
        Assert.Equal([0, 1, 4, 9], _engine.Activities.Select(run => (run.At - began).TotalMinutes));
        var instance = (await _client.GetInstanceAsync("it", cancellation: Ct))!;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.Contains("'Fails'", instance.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _engine.Dispose();
        _services.Dispose();
    }

    private async Task RunAsync(string orchestrator, TimeSpan time = default)
    {
        await _client.ScheduleNewOrchestrationInstanceAsync(orchestrator, options: new StartOrchestrationOptions("it"), cancellation: Ct);
        await _engine.RunAsync(_engine.Time.GetUtcNow() + time, Ct);
    }
}
