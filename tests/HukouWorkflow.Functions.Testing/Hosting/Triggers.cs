using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Functions.Testing.Hosting;

/// <summary>The functions of an app that something from outside starts, found by their attributes, and how their parameters are bound.</summary>
internal static class Triggers
{
    /// <summary>Every function with a parameter that carries the attribute.</summary>
    public static IEnumerable<(MethodInfo Method, TTrigger Trigger)> Of<TTrigger>(Assembly app)
        where TTrigger : Attribute =>
        from type in app.GetTypes()
        from method in type.GetMethods()
        where method.IsDefined(typeof(FunctionAttribute))
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<TTrigger>()
        where trigger is not null
        select (method, trigger);

    /// <summary>Runs a function that a call starts, and executes the result that it answers with, as the ASP.NET Core integration does.</summary>
    public static async Task AnswerAsync(MethodInfo method, HttpContext context, DurableTaskClient client)
    {
        var answer = Invoke(method, context.RequestServices, parameter =>
            parameter.ParameterType == typeof(HttpRequest) ? context.Request
            : parameter.ParameterType == typeof(DurableTaskClient) ? client
            : parameter.ParameterType == typeof(CancellationToken) ? (object)context.RequestAborted
            : context.Request.RouteValues[parameter.Name!] ?? throw new NotSupportedException($"Nothing is bound to {parameter.Name} of {method.Name}."));
        var result = answer as IResult ?? await (Task<IResult>)answer!;
        await result.ExecuteAsync(context);
    }

    /// <summary>Runs a function that a timer starts.</summary>
    public static async Task RunAsync(MethodInfo method, IServiceProvider services, DurableTaskClient client, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await (Task)Invoke(method, scope.ServiceProvider, parameter =>
            parameter.ParameterType == typeof(TimerInfo) ? new TimerInfo()
            : parameter.ParameterType == typeof(DurableTaskClient) ? client
            : parameter.ParameterType == typeof(CancellationToken) ? (object)cancellationToken
            : throw new NotSupportedException($"Nothing is bound to {parameter.Name} of {method.Name}."))!;
    }

    private static object? Invoke(MethodInfo method, IServiceProvider services, Func<ParameterInfo, object> bind) => method.Invoke(
        method.IsStatic ? null : ActivatorUtilities.GetServiceOrCreateInstance(services, method.DeclaringType!),
        BindingFlags.DoNotWrapExceptions,
        binder: null,
        [.. method.GetParameters().Select(bind)],
        culture: null);
}
