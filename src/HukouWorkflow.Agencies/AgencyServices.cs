using HukouWorkflow.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace HukouWorkflow.Agencies;

/// <summary>Registers the registers and the benefit agencies as HTTP services.</summary>
public static class AgencyServices
{
    /// <summary>
    /// Adds <see cref="IRegisters"/> and <see cref="IBenefitAgencies"/>, each agency behind its own client with its own
    /// retries and its own circuit breaker, so that one that is down neither stops nor slows another.
    /// </summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="options">Where the agencies are, and how patient to be.</param>
    /// <param name="time">
    /// The time of the network; null means real time. It is never the service's own clock: where that one runs a month a
    /// second, every timeout would have passed before the first byte was sent.
    /// </param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="OptionsValidationException">Options are out of range; it names all of them.</exception>
    public static IServiceCollection AddAgencyClients(this IServiceCollection services, AgencyOptions options, TimeProvider? time = null)
    {
        var problems = options.Problems().ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(nameof(AgencyOptions), typeof(AgencyOptions), problems);
        }

        foreach (var agency in Agency.All)
        {
            AddClient(services, agency, options, time ?? TimeProvider.System);
        }

        services.AddSingleton<AgencyCaller>();
        services.AddSingleton<IRegisters, HttpRegisters>();
        services.AddSingleton<IBenefitAgencies, HttpBenefitAgencies>();
        return services;
    }

    private static void AddClient(IServiceCollection services, Agency agency, AgencyOptions options, TimeProvider time)
    {
        var client = services.AddHttpClient(agency.ClientName, http =>
        {
            http.BaseAddress = options.AddressOf(agency);
            // The pipeline's timeouts hold; a second, hidden one would end a call that they allow.
            http.Timeout = Timeout.InfiniteTimeSpan;
        });

        // At Trace the default loggers write headers, at Information two lines a request; the pipeline's own log says what went wrong.
        client.RemoveAllLoggers();
        // A redirect would carry personal data to whoever it names.
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.AddResilienceHandler("calls", pipeline => Build(pipeline, options, time));
        // Inside the pipeline, so that an answer that trickles is cut off by the attempt's timeout and tried again.
        client.AddHttpMessageHandler(() => new AnswerBuffer());
    }

    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, AgencyOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Name = "total", Timeout = options.TotalTimeout });
        if (options.Attempts > 1)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Attempts - 1,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                // An agency may ask for years, which no timer takes and the call would throw. The case itself asks again later.
                ShouldRetryAfterHeader = false,
                ShouldHandle = arguments => ValueTask.FromResult(IsOutage(arguments.Outcome)),
            });
        }

        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = options.BreakRatio,
            MinimumThroughput = options.BreakAfter,
            SamplingDuration = options.BreakWindow,
            BreakDuration = options.BreakPause,
            ShouldHandle = arguments => ValueTask.FromResult(IsOutage(arguments.Outcome)),
        });
        pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Name = "attempt", Timeout = options.AttemptTimeout });
    }

    // An answer that is too long will be as long the next time: it is no outage, and is not asked for again at once.
    private static bool IsOutage(Outcome<HttpResponseMessage> outcome) =>
        HttpClientResiliencePredicates.IsTransient(outcome) &&
        outcome.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
}
