using System.Diagnostics;
using HukouWorkflow.Core.Cases;
using HukouWorkflow.Functions.Tests.Orchestrators;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Tests.RealEngine;

/// <summary>The same orchestrators through the published Durable Task worker and a real engine, in real time: what the virtual one claims of them is true of it.</summary>
public sealed class RealEngineTests(Shelf shelf) : IClassFixture<Shelf>
{
    [Fact]
    public async Task Given_five_years_that_are_five_seconds_When_they_pass_Then_the_timer_wakes_the_case_and_it_is_settled()
    {
        await using var life = await RealSettlement.StartAsync(shelf.Store);
        var began = Stopwatch.GetTimestamp();
        await life.ApplyAsync();
        await life.UntilAsync("accruing");

        var ended = await life.EndAsync();

        TestContext.Current.SendDiagnosticMessage($"Five years on the real engine took {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s.");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Contains("\"settled\"", ended.SerializedCustomStatus!, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Settled, (await life.StateAsync()).Status);
        Assert.Equal(8, life.Asked.Count);
        Assert.Equal(8, life.Asked.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Given_a_case_that_waits_When_it_is_withdrawn_and_woken_Then_the_wake_beats_the_timer_and_the_orchestration_ends()
    {
        await using var life = await RealSettlement.StartAsync(shelf.Store);
        await life.ApplyAsync();
        await life.UntilAsync("accruing");
        await life.CarryOutAsync(new CaseCommand.Withdraw());

        var ended = await life.EndAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Contains("\"withdrawn\"", ended.SerializedCustomStatus!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_many_wakes_at_once_When_the_case_is_looked_at_Then_it_goes_on_waiting_and_ends_on_its_day()
    {
        await using var life = await RealSettlement.StartAsync(shelf.Store);
        await life.ApplyAsync();
        for (var i = 0; i < 20; i++)
        {
            await life.WakeAsync();
        }

        await life.UntilAsync("accruing");
        var ended = await life.EndAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(8, life.Asked.Count);
    }

    [Fact]
    public async Task Given_a_closed_case_When_it_is_woken_again_Then_a_new_orchestration_ends_at_once()
    {
        await using var life = await RealSettlement.StartAsync(shelf.Store);
        await life.ApplyAsync();
        await life.UntilAsync("accruing");
        await life.CarryOutAsync(new CaseCommand.Withdraw());
        var first = await life.EndAsync();

        await life.WakeAsync();
        await life.UntilAsync("withdrawn");

        var second = await life.EndAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, second.RuntimeStatus);
        Assert.True(second.CreatedAt >= first.CreatedAt);
    }
}
