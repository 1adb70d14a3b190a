using System.Text.Json;
using System.Text.Json.Serialization;

namespace HukouWorkflow.Http.Contract;

/// <summary>
/// Reads an enumeration's word as the contract writes it, and nothing else. The framework's own converter takes
/// <c>"rural, urban"</c> for the two added up, which is some other word.
/// </summary>
internal sealed class WordConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert));

    private sealed class WordConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Words =
            Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Words.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Forms are read, never written.");
    }
}
