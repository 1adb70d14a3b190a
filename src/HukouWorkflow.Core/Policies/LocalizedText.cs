using System.Text.Json.Serialization;

namespace HukouWorkflow.Core.Policies;

/// <summary>A text in the languages a pack is written in.</summary>
/// <param name="En">English.</param>
/// <param name="ZhCn">Simplified Chinese.</param>
public sealed record LocalizedText(string En, [property: JsonPropertyName("zh-CN")] string ZhCn);
