using System.Text.Json;
using Microsoft.DurableTask;

namespace HukouWorkflow.Functions.Testing.Engine;

/// <summary>JSON as the isolated worker writes and reads it unless an app says otherwise: names as they are, read whatever their case.</summary>
public sealed class WorkerJson : DataConverter
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static WorkerJson Instance { get; } = new();

    /// <inheritdoc/>
    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <inheritdoc/>
    public override object? Deserialize(string? data, Type targetType) => data is null ? null : JsonSerializer.Deserialize(data, targetType, Options);
}
