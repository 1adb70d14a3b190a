using HukouWorkflow.Local.Reloading;
using HukouWorkflow.Local.Scheduling;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HukouWorkflow.Local.Hosting;

/// <summary>Metrics and traces: Prometheus at <c>/metrics</c>, and OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector.</summary>
internal static class Telemetry
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds metrics and traces.</summary>
    public static void AddTelemetry(this IServiceCollection services)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("hukou"))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Polly")
                .AddMeter("HukouWorkflow.Sqlite", SchedulerMeter.Name, PolicyMeter.Name)
                .AddPrometheusExporter());
        if (Environment.GetEnvironmentVariable(Collector) is { Length: > 0 })
        {
            telemetry
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore", "System.Net.Http", SchedulerMeter.Name).AddOtlpExporter());
        }
    }
}
