using System.Globalization;
using System.Text.Json.Nodes;

namespace HukouWorkflow.Functions.Tests.Hosting;

/// <summary>What host.json must say for instances that live for years.</summary>
public sealed class HostJsonTests
{
    private readonly JsonNode _host = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")))!;

    private JsonNode DurableTask => _host["extensions"]!["durableTask"]!;

    [Fact]
    public void Given_the_contracts_routes_When_served_Then_nothing_is_put_before_them()
    {
        Assert.Equal("2.0", (string?)_host["version"]);
        Assert.Equal("", (string?)_host["extensions"]!["http"]!["routePrefix"]);
    }

    [Fact]
    public void Given_personal_data_When_traced_Then_no_input_and_no_output_is()
    {
        Assert.False((bool)DurableTask["tracing"]!["traceInputsAndOutputs"]!);
        Assert.False((bool)DurableTask["tracing"]!["traceReplayEvents"]!);
    }

    [Fact]
    public void Given_instances_that_live_for_years_When_code_changes_Then_only_code_as_new_runs_them()
    {
        Assert.True(Version.TryParse((string?)DurableTask["defaultVersion"], out _));
        Assert.Equal("CurrentOrOlder", (string?)DurableTask["versionMatchStrategy"]);

        // Fail would end them; rejected, they wait for a worker that knows them.
        Assert.Equal("Reject", (string?)DurableTask["versionFailureStrategy"]);
    }

    [Fact]
    public void Given_the_hubs_name_and_partitions_When_instances_are_in_flight_Then_they_stay_as_they_were_released()
    {
        Assert.Equal("HukouWorkflow", (string?)DurableTask["hubName"]);
        Assert.Equal(8, (int)DurableTask["storageProvider"]!["partitionCount"]!);
    }

    [Fact]
    public void Given_a_case_that_is_woken_twice_When_its_instance_runs_Then_it_is_not_replaced()
    {
        Assert.Equal("NonRunningStates", (string?)DurableTask["overridableExistingInstanceStates"]);
        Assert.False((bool)DurableTask["extendedSessionsEnabled"]!);
        Assert.True((bool)DurableTask["storageProvider"]!["useInstanceTableEtag"]!);
    }

    [Fact]
    public void Given_idle_years_When_queues_are_polled_Then_neither_dearly_nor_late()
    {
        var interval = TimeSpan.Parse((string)DurableTask["storageProvider"]!["maxQueuePollingInterval"]!, CultureInfo.InvariantCulture);
        Assert.InRange(interval, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
        Assert.InRange((int)DurableTask["maxConcurrentActivityFunctions"]!, 1, 100);
        Assert.InRange((int)DurableTask["maxConcurrentOrchestratorFunctions"]!, 1, 100);
    }
}
