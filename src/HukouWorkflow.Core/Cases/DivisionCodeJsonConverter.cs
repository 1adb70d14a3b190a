using System.Text.Json;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Identity;

namespace HukouWorkflow.Core.Cases;

internal sealed class DivisionCodeJsonConverter : JsonConverter<DivisionCode>
{
    public override DivisionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DivisionCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not a division code: six digits (GB/T 2260) are expected.");

    public override void Write(Utf8JsonWriter writer, DivisionCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
