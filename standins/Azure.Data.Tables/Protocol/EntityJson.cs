using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Entities in the protocol's JSON: types that JSON lacks are named beside the value, as <c>name@odata.type</c>.</summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    public static byte[] Write(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        RequireKey(entity.PartitionKey, nameof(entity.PartitionKey));
        RequireKey(entity.RowKey, nameof(entity.RowKey));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Properties(entity))
            {
                if (name is TableEntity.ETagProperty or nameof(ITableEntity.Timestamp))
                {
                    continue;
                }

                var (encoded, type) = Encode(name, value);
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, encoded);
                if (type is not null)
                {
                    json.WriteString(name + TypeSuffix, type);
                }
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name is "odata.metadata" || property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                continue;
            }

            var type = property.Name is nameof(ITableEntity.Timestamp)
                ? "Edm.DateTime"
                : json.TryGetProperty(property.Name + TypeSuffix, out var named) ? named.GetString() : null;
            entity[property.Name] = Decode(property.Value, type);
        }

        return entity;
    }

    private static void RequireKey(string key, string name)
    {
        if (key is null)
        {
            throw new ArgumentNullException(name);
        }
    }

    private static IDictionary<string, object> Properties(ITableEntity entity) =>
        entity as TableEntity ?? throw new NotSupportedException($"The stand-in stores {nameof(TableEntity)} only.");

    private static (object Value, string Type) Encode(string name, object value) => value switch
    {
        null or string or bool or int => (value, null),
        long number => (number.ToString(CultureInfo.InvariantCulture), "Edm.Int64"),
        double => (value, "Edm.Double"),
        Guid => (value, "Edm.Guid"),
        byte[] => (value, "Edm.Binary"),
        BinaryData data => (data.ToArray(), "Edm.Binary"),
        DateTimeOffset instant => (Instant(instant.UtcDateTime), "Edm.DateTime"),
        DateTime instant => (Instant(instant.ToUniversalTime()), "Edm.DateTime"),
        _ => throw new NotSupportedException($"Property '{name}' is a {value.GetType()}, which the Table service has no type for."),
    };

    private static string Instant(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);

    private static object Decode(JsonElement value, string type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (_, "Edm.Int64") => long.Parse(value.GetString(), CultureInfo.InvariantCulture),
        (JsonValueKind.Number, "Edm.Double") => value.GetDouble(),
        (JsonValueKind.String, "Edm.Double") => double.Parse(value.GetString(), CultureInfo.InvariantCulture),
        (_, "Edm.Guid") => value.GetGuid(),
        (_, "Edm.Binary") => value.GetBytesFromBase64(),
        (_, "Edm.DateTime") => value.GetDateTimeOffset(),
        (JsonValueKind.Number, _) => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        _ => value.GetString(),
    };
}
