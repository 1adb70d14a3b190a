using System.Net.Http.Json;
using System.Text.Json;
using HukouWorkflow.Agencies.Simulation;

namespace HukouWorkflow.Local.Tests;

/// <summary>What the simulated agencies wrote down themselves.</summary>
internal static class AgencyBooks
{
    /// <summary>Every benefit granted: which, to which case, to whom; a line each.</summary>
    public static async Task<IReadOnlyList<(string Benefit, string Case, string Person)>> GrantedAsync(AgencySimulator agencies)
    {
        using var http = new HttpClient { BaseAddress = agencies.BaseAddress };
        var books = await http.GetFromJsonAsync<Dictionary<string, JsonElement[]>>("simulator/books", TestContext.Current.CancellationToken);
        return [.. from benefit in new[] { "education", "health" }
                   from line in books![benefit]
                   where line.GetProperty("outcome").GetString() is "granted"
                   select (benefit, line.GetProperty("key").GetString()!.Split('/')[0], line.GetProperty("person").ToString())];
    }
}
