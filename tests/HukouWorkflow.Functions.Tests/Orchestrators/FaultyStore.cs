using System.Reflection;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Functions.Tests.Orchestrators;

/// <summary>A store that fails when a test says so, before anything is read or written.</summary>
public class FaultyStore : DispatchProxy
{
    private ICaseStore? _store;
    private Func<string, Exception?>? _fault;

    public static ICaseStore Over(ICaseStore store, Func<string, Exception?> fault)
    {
        var proxy = Create<ICaseStore, FaultyStore>();
        ((FaultyStore)(object)proxy)._store = store;
        ((FaultyStore)(object)proxy)._fault = fault;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (_fault!(targetMethod!.Name) is { } fault)
        {
            throw fault;
        }

        return targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
    }
}
