using System.Text.Json.Nodes;
using NodaTime;

namespace HukouWorkflow.Local.Demo;

/// <summary>Something a person sends on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Call">The last segment of the call.</param>
/// <param name="Body">The body.</param>
internal sealed record DemoPost(LocalDate On, string Call, JsonObject Body);
