using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>
/// Sends this process's metrics by OTLP, where a collector is named. Logs and executions, on which the alerts rest, go
/// through the Functions host and need none.
/// </summary>
internal static class Telemetry
{
    /// <summary>The setting that names the collector (OpenTelemetry's own).</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the metrics.</summary>
    public static void AddMetrics(this IServiceCollection services, string? endpoint)
    {
        if (!string.IsNullOrEmpty(endpoint))
        {
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("hukou"))
                .WithMetrics(metrics => metrics
                    .AddMeter(FunctionsMeter.Name, "HukouWorkflow.Tables", "Polly")
                    .AddOtlpExporter());
        }
    }
}
