using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace HukouWorkflow.Local.Demo;

/// <summary>What befalls the people of the demonstration, as <c>samples/stories.yaml</c> tells it.</summary>
internal sealed record DemoScript
{
    /// <summary>The day it begins.</summary>
    public LocalDate Start { get; init; }

    /// <summary>How much time passes in a real second, for example <c>75d</c>.</summary>
    public TimeSpan PerSecond { get; init; }

    /// <summary>The day on which it ends at the latest.</summary>
    public LocalDate Until { get; init; }

    /// <summary>The people.</summary>
    public IReadOnlyList<DemoStory> Stories { get; init; } = [];

    /// <summary>Reads a script.</summary>
    /// <param name="folder">The samples' folder.</param>
    /// <exception cref="YamlException">It is none; the message names the line.</exception>
    public static DemoScript Read(string folder) => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithTypeConverter(new DayConverter())
        .WithTypeConverter(new SpanConverter())
        .WithTypeMapping<IReadOnlyList<DemoStory>, List<DemoStory>>()
        .WithTypeMapping<IReadOnlyList<LocalDate>, List<LocalDate>>()
        .WithTypeMapping<IReadOnlyList<Dictionary<string, string>>, List<Dictionary<string, string>>>()
        .Build()
        .Deserialize<DemoScript>(File.ReadAllText(Path.Combine(folder, "stories.yaml")));

    private sealed class DayConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(LocalDate) || type == typeof(LocalDate?);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer) =>
            LocalDatePattern.Iso.Parse(parser.Consume<Scalar>().Value).Value;

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
    }

    private sealed class SpanConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(TimeSpan);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer) =>
            TimeSpan.FromDays(int.Parse(parser.Consume<Scalar>().Value.TrimEnd('d'), CultureInfo.InvariantCulture));

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
    }
}
