using System.CommandLine;
using HukouWorkflow.Agencies.Simulation;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou agencies</c>: the registers and agencies, simulated.</summary>
internal static class AgenciesCommand
{
    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var urls = CommonOptions.Address("--urls", "Where to listen.", "http://localhost:7081");
        var command = new Command("agencies", "Simulate the six registers and the two benefit agencies over HTTP. Faults are turned on at /simulator/faults; the books are at /simulator/books.")
        {
            urls,
        };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(() => RunAsync(parsed.GetRequiredValue(urls), cancellationToken)));
        return (command,
            """
            hukou agencies --urls http://localhost:7081
            curl -X PUT localhost:7081/simulator/faults -H 'content-type: application/json' -d '{"errorRate": 0.2, "dropRate": 0.1}'
            """);
    }

    private static async Task<int> RunAsync(Uri url, CancellationToken cancellationToken)
    {
        await using var agencies = await AgencySimulator.StartAsync(url, cancellationToken: cancellationToken);
        Console.WriteLine($"hukou agencies serve at {agencies.BaseAddress}");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: that is how this command ends.
        }

        return 0;
    }
}
