using System.Text.Json;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Cases;

internal sealed class PersonKeyJsonConverter : JsonConverter<PersonKey>
{
    public override PersonKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A person key cannot be null."));

    public override void Write(Utf8JsonWriter writer, PersonKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Hex);
}
