using System.Net;
using System.Text.Json.Nodes;
using HukouWorkflow.Http.Tests.Service;

namespace HukouWorkflow.Http.Tests;

/// <summary>The OpenAPI document says what the service does: the same calls, the same fields.</summary>
public sealed class OpenApiTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly Settler _wang = Settler.Born("19880315");

    [Fact]
    public async Task Given_the_contract_When_the_document_is_read_Then_every_call_is_in_it_with_its_bodies()
    {
        var paths = (await service.Anyone.GetBodyAsync("/openapi/v1.json"))["paths"]!.AsObject();
        var calls = paths.SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key} {path.Key}")).ToHashSet(StringComparer.Ordinal);
        string[] contract =
        [
            "post /api/applications", "get /api/applications/{id}", "get /api/applications/{id}/explanation", "post /api/applications/{id}/events",
            "post /api/applications/{id}/evidence", "post /api/applications/{id}/withdrawal", "post /api/estimates", "get /api/policies",
            "get /api/policies/{pack}", "get /api/statistics", "get /api/cases", "get /api/cases/{id}", "get /api/cases/{id}/journal",
            "get /api/cases/{id}/orchestration",
        ];
        Assert.All(contract, call => Assert.Contains(call, calls));
        foreach (var (path, methods) in paths)
        {
            foreach (var (method, call) in methods!.AsObject().Where(call => call.Key is "get" or "post"))
            {
                Assert.True(method is "get" || call!.At("/requestBody/content")?["application/json"]?["schema"] is not null, $"{path} has no body.");
                var answers = call!["responses"]!.AsObject();
                Assert.True(answers.Any(answer => answer.Key.StartsWith('2') && answer.Value!["content"]?["application/json"]?["schema"] is not null), $"{path} has no answer.");
                Assert.False(string.IsNullOrEmpty(call["operationId"]?.GetValue<string>()), $"{path} has no name.");
            }
        }
    }

    [Fact]
    public async Task Given_the_applications_schema_When_a_body_departs_from_it_Then_the_place_is_named() =>
        await CompareAsync("ApplicationForm", "/api/applications", WholeApplication());

    [Fact]
    public async Task Given_the_estimates_schema_When_a_body_departs_from_it_Then_the_place_is_named()
    {
        var form = WholeApplication();
        foreach (var part in (string[])["applicant", "origin", "household", "landElection", "consent"])
        {
            form.Remove(part);
        }

        form.With("/bornIn", 1988).With("/sex", "female");

        // One city or several: a body cannot name both, and the list is compared by itself.
        await CompareAsync("EstimateForm", "/api/estimates", form, "destinations");
        form.Remove("destination");
        form["destinations"] = new JsonArray(new JsonObject { ["city"] = "500000", ["district"] = "500105", ["address"] = "x" });
        await CompareAsync("EstimateForm", "/api/estimates", form, "destination");
    }

    [Fact]
    public async Task Given_the_evidences_schema_When_a_body_departs_from_it_Then_the_place_is_named()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        await CompareAsync(
            "EvidenceForm",
            address + "/evidence",
            new JsonObject { ["title"] = "Lease", ["concerns"] = "housing", ["mediaType"] = "application/pdf", ["content"] = "JVBERg==" });
    }

    [Fact]
    public async Task Given_each_events_schema_When_a_body_departs_from_it_Then_the_place_is_named()
    {
        var address = await service.ApplyAsync(_wang, Forms.Application(_wang));
        JsonObject[] events =
        [
            Forms.Endorsed("2026-11-01"),
            new() { ["type"] = "absence", ["from"] = "2026-10-05", ["to"] = "2026-10-08" },
            new() { ["type"] = "moved", ["on"] = "2026-11-01", ["district"] = "500106", ["address"] = "x" },
            new() { ["type"] = "employment", ["employer"] = Forms.Employer, ["kind"] = "contract", ["from"] = "2026-10-08", ["to"] = "2026-11-08", ["workplace"] = "municipalPark", ["contract"] = "P1Y" },
            new() { ["type"] = "insurance", ["from"] = "2026-10-08", ["to"] = "2026-11-08" },
            new() { ["type"] = "tax", ["year"] = 2025, ["amount"] = 10.5 },
            new() { ["type"] = "dwelling", ["on"] = "2026-11-01", ["dwelling"] = "dormitory" },
            Forms.Member("child", Settler.Born("20210305")).With("/schoolStage", "primary").With("/type", "household"),
            new() { ["type"] = "qualification", ["kind"] = "bachelor", ["since"] = "2015-07-01" },
            new() { ["type"] = "study", ["from"] = "2011-09-01", ["to"] = "2015-07-01" },
            new() { ["type"] = "relative", ["relation"] = "spouse", ["since"] = "2020-05-01" },
            new() { ["type"] = "elsewhere", ["place"] = "510100", ["what"] = "insurance", ["from"] = "2018-01-01", ["to"] = "2020-01-01" },
            new() { ["type"] = "noRecord" },
        ];
        var mapping = (await SchemasAsync())["EventForm"]!.At("/discriminator/mapping")!.AsObject();
        Assert.True(mapping.Select(each => each.Key).ToHashSet(StringComparer.Ordinal).SetEquals(events.Select(each => each.Text("/type"))));
        foreach (var stated in events)
        {
            var schema = mapping[stated.Text("/type")]!.GetValue<string>();
            await CompareAsync(schema[(schema.LastIndexOf('/') + 1)..], address + "/events", stated);
        }
    }

    private JsonObject WholeApplication()
    {
        var form = Forms.Application(_wang).With("/applicant/phone", "+8613800000000").With("/applicant/language", "en").With("/destination/address", "x")
            .With("/residence/permitNumber", "x").With("/residence/dwelling", "leased").With("/landElection", "keep")
            .With("/residence/endorsements", new JsonArray("2026-11-01"))
            .With("/residence/absences", new JsonArray(new JsonObject { ["from"] = "2026-10-05", ["to"] = "2026-10-08" }))
            .With("/insurance", new JsonArray(new JsonObject { ["from"] = "2026-10-05", ["to"] = "2026-11-05" }))
            .With("/taxes", new JsonArray(new JsonObject { ["year"] = 2025, ["amount"] = 10.5 }));
        form["employment"] = new JsonArray(
            new JsonObject { ["employer"] = Forms.Employer, ["kind"] = "contract", ["from"] = "2026-10-08", ["to"] = "2026-11-08", ["workplace"] = "municipalPark", ["contract"] = "P1Y" });
        form["qualifications"] = new JsonArray(new JsonObject { ["kind"] = "bachelor", ["since"] = "2015-07-01" });
        form["study"] = new JsonArray(new JsonObject { ["from"] = "2011-09-01", ["to"] = "2015-07-01" });
        form["relatives"] = new JsonArray(new JsonObject { ["relation"] = "spouse", ["since"] = "2020-05-01" });
        form["elsewhere"] = new JsonArray(new JsonObject { ["place"] = "510100", ["what"] = "residence", ["from"] = "2018-01-01", ["to"] = "2020-01-01" });
        form["declarations"] = new JsonObject { ["noRecord"] = true };
        form["household"] = new JsonArray(Forms.Member("child", Settler.Born("20210305")).With("/schoolStage", "primary"));
        return form;
    }

    private async Task<JsonObject> SchemasAsync() => (await service.Anyone.GetBodyAsync("/openapi/v1.json")).At("/components/schemas")!.AsObject();

    /// <summary>A body with every field is taken; each departure from the schema is refused at its place.</summary>
    private async Task CompareAsync(string schema, string address, JsonObject whole, string? leftOut = null)
    {
        var departures = new List<(string Why, string Place, JsonObject Body)>();
        var schemas = await SchemasAsync();
        if (leftOut is not null)
        {
            Assert.True(schemas[schema]!["properties"]!.AsObject().Remove(leftOut), leftOut);
        }

        Depart(schemas, schemas[schema]!, whole, "", whole, departures);
        Assert.NotEmpty(departures);
        foreach (var (why, place, body) in departures)
        {
            using var answer = await SendAsync(address, body);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address} takes {why} at {place}.");
            Assert.True((await answer.WrongAsync()).Contains(place, StringComparer.Ordinal), $"{address} does not name {why} at {place}.");
        }

        using var taken = await SendAsync(address, whole);
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // What anybody may call has a limit, and these are more calls than it takes at once.
    private async Task<HttpResponseMessage> SendAsync(string address, JsonObject body)
    {
        var answer = await service.As(_wang).SendJsonAsync(address, body);
        while (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(answer.Headers.RetryAfter!.Delta!.Value, TestContext.Current.CancellationToken);
            answer.Dispose();
            answer = await service.As(_wang).SendJsonAsync(address, body);
        }

        return answer;
    }

    private static void Depart(JsonObject schemas, JsonNode schema, JsonObject part, string at, JsonObject whole, List<(string Why, string Place, JsonObject Body)> departures)
    {
        schema = Resolve(schemas, schema);
        var properties = schema["properties"]!.AsObject();
        Assert.True(properties.Select(each => each.Key).ToHashSet(StringComparer.Ordinal).SetEquals(part.Select(each => each.Key)), $"{at}: {properties} / {part}");
        departures.Add(("an unknown field", at + "/surplus", Copy(whole).With(at + "/surplus", 1)));
        foreach (var required in schema["required"]?.AsArray().Select(each => each!.GetValue<string>()) ?? [])
        {
            departures.Add(("a required field left out", $"{at}/{required}", Copy(whole).Without($"{at}/{required}")));
        }

        foreach (var (name, value) in part)
        {
            JsonNode wrong = value is JsonValue text && text.TryGetValue<string>(out _) ? 7 : "x";
            departures.Add(("a wrong type", $"{at}/{name}", Copy(whole).With($"{at}/{name}", wrong)));
            if (value is JsonObject inner)
            {
                Depart(schemas, properties[name]!, inner, $"{at}/{name}", whole, departures);
            }
            else if (value is JsonArray list && list[0] is JsonObject entry)
            {
                Depart(schemas, Resolve(schemas, properties[name]!)["items"]!, entry, $"{at}/{name}/0", whole, departures);
            }
        }
    }

    /// <summary>The schema itself, behind references and the choice between it and null.</summary>
    private static JsonNode Resolve(JsonObject schemas, JsonNode schema) =>
        schema["$ref"] is { } reference ? Resolve(schemas, schemas[reference.GetValue<string>().Split('/')[^1]]!)
        : schema["oneOf"] is JsonArray choices ? Resolve(schemas, choices.First(choice => choice!["$ref"] is not null || choice["properties"] is not null)!)
        : schema;

    private static JsonObject Copy(JsonObject whole) => whole.DeepClone().AsObject();
}
