using HukouWorkflow.Core.Ports;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Tables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
try
{
    await builder.Services.AddHukouFunctionsAsync(FunctionsSettings.Read(builder.Configuration), TimeProvider.System, CancellationToken.None);
}
catch (Exception refused) when (refused is SettingsException or StorageRefusedException or StoreUnavailableException or IOException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

// Every line goes to the Functions host, which would drop these.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Polly", LogLevel.Error);
builder.Services.AddMetrics(builder.Configuration[Telemetry.Endpoint]);
await builder.Build().RunAsync();
return 0;
