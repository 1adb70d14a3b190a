using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>The orchestrators and activities of an app, found by their attributes as the worker finds them.</summary>
public sealed class DurableFunctions
{
    private readonly Dictionary<string, MethodInfo> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MethodInfo> _activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<IServiceProvider> _services;

    /// <summary>The functions of an assembly.</summary>
    /// <param name="app">The app.</param>
    /// <param name="services">What the classes that hold activities are made from: the services of the worker that runs now.</param>
    public DurableFunctions(Assembly app, Func<IServiceProvider> services)
    {
        ArgumentNullException.ThrowIfNull(app);
        _services = services;
        foreach (var method in app.GetTypes().SelectMany(type => type.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
            {
                AddTo(_orchestrators, typeof(OrchestrationTriggerAttribute), function.Name, method);
                AddTo(_activities, typeof(ActivityTriggerAttribute), function.Name, method);
            }
        }
    }

    /// <summary>An orchestrator's code.</summary>
    /// <exception cref="InvalidOperationException">The app has no such orchestrator.</exception>
    public Func<TaskOrchestrationContext, Task<object?>> Orchestrator(string name)
    {
        var method = Find(_orchestrators, name, "orchestrator");
        return context => ResultAsync(Invoke(method, null, [context]));
    }

    /// <summary>Runs an activity.</summary>
    /// <param name="name">Its function's name.</param>
    /// <param name="input">Its input as JSON, or null.</param>
    /// <param name="cancellationToken">Handed to it.</param>
    /// <returns>Its answer as JSON, or null.</returns>
    /// <exception cref="InvalidOperationException">The app has no such activity.</exception>
    public async Task<string?> RunActivityAsync(string name, string? input, CancellationToken cancellationToken)
    {
        var method = Find(_activities, name, "activity");
        await using var scope = _services().CreateAsyncScope();
        var target = method.IsStatic ? null : ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, method.DeclaringType!);
        object?[] arguments = [.. method.GetParameters().Select(parameter =>
            parameter.GetCustomAttribute<ActivityTriggerAttribute>() is not null ? WorkerJson.Instance.Deserialize(input, parameter.ParameterType)
            : parameter.ParameterType == typeof(CancellationToken) ? (object)cancellationToken
            : throw new NotSupportedException($"Nothing is bound to the parameter {parameter.Name} of {name}."))];
        return WorkerJson.Instance.Serialize(await ResultAsync(Invoke(method, target, arguments)));
    }

    private static void AddTo(Dictionary<string, MethodInfo> functions, Type trigger, string name, MethodInfo method)
    {
        if (method.GetParameters().Any(parameter => parameter.IsDefined(trigger)))
        {
            functions.Add(name, method);
        }
    }

    private static MethodInfo Find(Dictionary<string, MethodInfo> functions, string name, string kind) =>
        functions.GetValueOrDefault(name) ?? throw new InvalidOperationException($"The app has no {kind} {name}. It has: {string.Join(", ", functions.Keys)}.");

    private static Task Invoke(MethodInfo method, object? target, object?[] arguments) =>
        (Task)method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;

    private static async Task<object?> ResultAsync(Task running)
    {
        await running;
        return running.GetType().GetProperty(nameof(Task<>.Result)) is { } result && result.PropertyType.IsVisible ? result.GetValue(running) : null;
    }
}
