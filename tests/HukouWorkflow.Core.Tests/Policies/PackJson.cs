using System.Globalization;
using System.Text.Json.Nodes;
using HukouWorkflow.Core.Policies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>A pack's YAML as the JSON an editor holds against the schema.</summary>
internal static class PackJson
{
    public static JsonNode Of(PackFile file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(file.Text));
        return Of(stream.Documents[0].RootNode)!;
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Of(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" } => true,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InvalidDataException($"A {node.NodeType} has no place in a pack."),
    };
}
