using System.Text.Json;
using System.Text.Json.Serialization;

namespace HukouWorkflow.Http.Contract;

/// <summary>Writes an identifier as its text. Bodies carry identifiers as strings and are judged after reading.</summary>
internal sealed class TextConverter<T> : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Identifiers are read as text and judged by the reader of the form.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
