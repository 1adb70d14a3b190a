using System.Net.Http.Json;
using System.Text.Json;
using HukouWorkflow.Agencies.Simulation;

namespace HukouWorkflow.Agencies.Tests;

/// <summary>The simulator on a free port, spoken to from outside.</summary>
internal sealed class Simulated(AgencySimulator simulator) : IAsyncDisposable
{
    public HttpClient Http { get; } = new() { BaseAddress = simulator.BaseAddress };

    public Uri Address => simulator.BaseAddress;

    public static async Task<Simulated> StartAsync(Faults? faults = null, TimeProvider? time = null) =>
        new(await AgencySimulator.StartAsync(new Uri("http://127.0.0.1:0"), faults, time));

    /// <summary>Sets the faults and gives the status.</summary>
    public async Task<HttpResponseMessage> SetFaultsAsync(string json) =>
        await Http.PutAsync("simulator/faults", new StringContent(json));

    /// <summary>The lines of one agency's books.</summary>
    public async Task<IReadOnlyList<BookEntry>> BooksAsync(string agency)
    {
        var books = await Http.GetFromJsonAsync<Dictionary<string, BookEntry[]>>("simulator/books", JsonSerializerOptions.Web);
        return books![agency];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await simulator.DisposeAsync();
    }
}
