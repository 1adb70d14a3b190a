using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>Where the faults of a running simulator are set.</summary>
internal sealed class FaultBoard(Faults initial)
{
    private volatile Faults _current = initial;

    /// <summary>The faults now in force. A request keeps those it began with.</summary>
    public Faults Current => _current;

    public Task ShowAsync(HttpContext context) => context.Response.WriteAsJsonAsync(_current, AgencyJson.Options, context.RequestAborted);

    public Task ClearAsync(HttpContext context)
    {
        _current = Faults.None;
        return ShowAsync(context);
    }

    public async Task SetAsync(HttpContext context)
    {
        JsonDocument json;
        try
        {
            json = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            await TypedResults.Problem("The body is not JSON.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        using (json)
        {
            var faults = FaultsReader.Read(json.RootElement, out var errors);
            if (errors.Count > 0)
            {
                await TypedResults.ValidationProblem(errors, "The faults stay as they were.").ExecuteAsync(context);
                return;
            }

            _current = faults;
        }

        await ShowAsync(context);
    }
}
