using System.Reflection;
using HukouWorkflow.Functions.Hosting;
using HukouWorkflow.Functions.Tests.Hosting;
using HukouWorkflow.Http;
using HukouWorkflow.Http.Handlers;
using HukouWorkflow.Testing.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Functions.Tests.Triggers;

/// <summary>Every call the local host maps has one trigger, and no trigger answers anything else.</summary>
public sealed class TriggerRoutesTests(AzuriteFixture azurite)
{
    private static readonly string[] Operators = ["get /health/live", "get /health/ready", "get /openapi/v1.json"];

    [Fact]
    public async Task Given_the_calls_of_the_local_host_When_compared_with_the_triggers_Then_each_has_exactly_one()
    {
        await using var app = await ComposedApp.StartAsync(await ComposedApp.SettingsAsync(azurite));

        Assert.Equal(
            CallsOf(app.Services).Concat(Operators).Order(StringComparer.Ordinal),
            Triggers().Select(trigger => $"{Assert.Single(trigger.Methods!)} /{trigger.Route}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Given_tokens_that_the_guard_judges_When_called_Then_no_function_key_is_asked_for() =>
        Assert.All(Triggers(), trigger => Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel));

    [Fact]
    public void Given_the_functions_When_named_Then_no_name_is_given_twice()
    {
        var names = Functions().Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static IEnumerable<MethodInfo> Functions() => typeof(FunctionsServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    private static List<HttpTriggerAttribute> Triggers() =>
        [.. Functions().SelectMany(method => method.GetParameters()).Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()];

    private static List<string> CallsOf(IServiceProvider services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(services.GetRequiredService<ApplicationHandlers>());
        builder.Services.AddSingleton(services.GetRequiredService<StaffHandlers>());
        builder.Services.AddSingleton(services.GetRequiredService<PublicHandlers>());
        var app = builder.Build();
        app.MapHukou();
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single().ToLowerInvariant()} {endpoint.RoutePattern.RawText!.TrimEnd('/')}")];
    }
}
