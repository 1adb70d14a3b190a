using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using HukouWorkflow.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Http;

/// <summary>How many anonymous calls one address may make, so that nobody's curiosity slows an applicant. Each process counts for itself.</summary>
public sealed class AnonymousLimit : IDisposable
{
    /// <summary>Calls an address may make at once.</summary>
    public const int Burst = 60;

    /// <summary>Calls an address may make a second, in the long run.</summary>
    public const int PerSecond = 20;

    // The address of the connection, never a header: on Functions the integration has put there the last hop the front end
    // appended to X-Forwarded-For, and what a client wrote before it is not believed.
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
        RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        }));

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    /// <summary>Counts a call; the answer that turns it away, or null where the address may make it.</summary>
    internal IResult? Refuse(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problem.Of(context, StatusCodes.Status429TooManyRequests, "tooMany");
    }
}
