using System.Net.Http.Json;
using System.Text.Json;
using HukouWorkflow.Agencies.Simulation;

namespace HukouWorkflow.Ordeals;

/// <summary>What the simulated agencies wrote down themselves.</summary>
public static class AgencyBooks
{
    private static readonly string[] Benefits = ["education", "health"];

    /// <summary>Every benefit granted, an entry each.</summary>
    public static async Task<IReadOnlyList<GrantInBooks>> GrantedAsync(AgencySimulator agencies, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = agencies.BaseAddress };
        var books = await http.GetFromJsonAsync<Dictionary<string, JsonElement[]>>("simulator/books", cancellationToken);
        return [.. from benefit in Benefits
                   from line in books![benefit]
                   where line.GetProperty("outcome").GetString() is "granted"
                   select new GrantInBooks(
                       benefit,
                       line.GetProperty("key").GetString()!.Split('/')[0],
                       line.GetProperty("person").GetString()!,
                       line.GetProperty("requested").GetInt32())];
    }
}
