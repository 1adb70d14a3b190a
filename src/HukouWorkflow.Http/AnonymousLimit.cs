using System.Globalization;
using System.Threading.RateLimiting;
using HukouWorkflow.Http.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Http;

/// <summary>How many anonymous calls one address may make, so that nobody's curiosity slows an applicant.</summary>
public static class AnonymousLimit
{
    /// <summary>The policy's name.</summary>
    internal const string Policy = "anonymous";

    /// <summary>Calls an address may make at once.</summary>
    public const int Burst = 60;

    /// <summary>Calls an address may make a second, in the long run.</summary>
    public const int PerSecond = 20;

    /// <summary>Limits anonymous calls by the caller's address.</summary>
    public static IServiceCollection AddAnonymousLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
            }));
        options.OnRejected = async (rejected, _) =>
        {
            var context = rejected.HttpContext;
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problem.Of(context, StatusCodes.Status429TooManyRequests, "tooMany").ExecuteAsync(context);
        };
    });
}
