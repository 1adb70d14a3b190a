using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Cases.Events;

namespace HukouWorkflow.Http.Handlers;

/// <summary>The name an event has in journals and timelines: its discriminator, which never changes.</summary>
internal static class EventName
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(CaseEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    /// <summary>The name of an event.</summary>
    public static string Of(CaseEvent happened) => Names[happened.GetType()];
}
