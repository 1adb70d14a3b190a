using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;

namespace HukouWorkflow.Functions.Hosting;

/// <summary>
/// Sends this process's metrics to Application Insights, where there is one. Logs
/// and executions get there through the Functions host.
/// </summary>
internal static class Telemetry
{
    /// <summary>Adds the metrics.</summary>
    public static void AddMetrics(this IServiceCollection services, string? connection)
    {
        if (!string.IsNullOrEmpty(connection))
        {
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("hukou"))
                .WithMetrics(metrics => metrics
                    .AddMeter(FunctionsMeter.Name, "HukouWorkflow.Tables", "Polly")
                    .AddAzureMonitorMetricExporter(exporter => exporter.ConnectionString = connection));
        }
    }
}
