using System.Text.Json;
using System.Text.Json.Serialization;

namespace HukouWorkflow.Core.Cases;

internal sealed class YuanJsonConverter : JsonConverter<Yuan>
{
    public override Yuan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetDecimal());

    public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Amount);
}
