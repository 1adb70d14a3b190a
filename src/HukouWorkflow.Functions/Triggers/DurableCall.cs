using HukouWorkflow.Functions.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace HukouWorkflow.Functions.Triggers;

/// <summary>Runs a handler of the contract with the invocation's durable client at hand, for the wakes it may raise.</summary>
public sealed class DurableCall
{
    private readonly DurableCaseRuntime _runtime;

    /// <summary>Calls over the runtime the handlers wake cases through.</summary>
    public DurableCall(DurableCaseRuntime runtime) => _runtime = runtime;

    /// <summary>Runs a handler.</summary>
    /// <param name="request">The call; the worker gives it the ASP.NET Core context it came in.</param>
    /// <param name="client">The invocation's durable client.</param>
    /// <param name="handler">The handler, which both hosts share.</param>
    /// <returns>Nothing: the answer is written here. The worker would send what is returned to the host as well, and an answer may name people.</returns>
    // It must be async: what a caller's flow sees of the client then ends with the call.
    internal async Task<IResult> RunAsync(HttpRequest request, DurableTaskClient client, Func<HttpContext, Task<IResult>> handler)
    {
        _runtime.Use(client);
        var result = await handler(request.HttpContext);
        await result.ExecuteAsync(request.HttpContext);
        return TypedResults.Empty;
    }
}
