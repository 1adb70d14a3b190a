using HukouWorkflow.Http.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HukouWorkflow.Http.Problems;

/// <summary>Writes a problem.</summary>
internal sealed class ProblemAnswer(ProblemDetails details) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = details.Status ?? StatusCodes.Status500InternalServerError;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept-Language";
        if (response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (response.StatusCode is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = "5";
        }

        await response.WriteAsJsonAsync(details, HukouJson.Output, "application/problem+json", httpContext.RequestAborted);
    }
}
