using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Http.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace HukouWorkflow.Http;

/// <summary>The OpenAPI document, made from the routes and the forms.</summary>
public static class OpenApiDocument
{
    private const string Bearer = "bearer";

    private static readonly Dictionary<Type, (string? Format, string? Pattern, string Example)> Texts = new()
    {
        [typeof(LocalDate)] = ("date", null, "2026-10-01"),
        [typeof(Instant)] = ("date-time", null, "2026-10-01T00:00:00Z"),
        [typeof(Period)] = ("duration", null, "P5Y"),
        [typeof(CaseId)] = ("uuid", null, "019a9c3e-5b1f-7c44-8a77-0d7f3a0c1e55"),
        [typeof(DivisionCode)] = (null, "^[0-9]{6}$", "500105"),
    };

    /// <summary>Adds the document <c>v1</c>.</summary>
    public static IServiceCollection AddHukouOpenApi(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            HukouJson.AddConverters(options.SerializerOptions);
        })
        .AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "HukouWorkflow";
                document.Info.Version = "1";
                document.Info.Description = "Apply once; five years of residence are counted, and urban hukou with its benefits is granted without being asked again.";
                document.Servers?.Clear();
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
                {
                    [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
                };
                // The generator says so of the dates and codes of most views by itself, but of these two it forgets it.
                SayThatItMayBeNull(document, nameof(VersionEvaluation), "metOn");
                SayThatItMayBeNull(document, nameof(ComparisonView), "soonest");
                foreach (var (name, schema) in document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
                {
                    // Where a word may be missing, the place that names the words says so. Said twice, null would be two answers of one.
                    if (schema is OpenApiSchema { Enum: { } words } named)
                    {
                        named.Enum = [.. words.Where(word => word is not null && !word.IsJsonNullSentinel())];
                    }

                    if (name.Contains("Form", StringComparison.Ordinal) && schema is OpenApiSchema form)
                    {
                        SayThatRequiredIsNotNull(form);
                    }
                }

                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                if (Texts.TryGetValue(Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type, out var text))
                {
                    schema.Type = JsonSchemaType.String;
                    schema.Format = text.Format;
                    schema.Pattern = text.Pattern;
                    schema.Examples = [JsonValue.Create(text.Example)];
                }

                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status401Unauthorized))
                {
                    operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
                }

                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesIdempotencyKey>().Any())
                {
                    operation.Parameters ??= [];
                    operation.Parameters.Add(new OpenApiParameter
                    {
                        Name = "Idempotency-Key",
                        In = ParameterLocation.Header,
                        Description = "1 to 64 printable ASCII characters. The same key with the same body is answered the same, and done once.",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 64 },
                    });
                }

                return Task.CompletedTask;
            });
        });

    /// <summary>Says that an estimate of several cities is answered with a comparison of such estimates.</summary>
    internal static async Task AddComparisonAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var answer = (OpenApiMediaType)operation.Responses!["200"].Content!["application/json"];
        var comparison = await context.GetOrCreateSchemaAsync(typeof(ComparisonView), null, cancellationToken);
        // A schema that is asked for by itself comes with all its parts written out; the estimate is there already.
        comparison.Properties!["estimates"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = answer.Schema };
        context.Document!.AddComponent<IOpenApiSchema>(nameof(ComparisonView), comparison);
        answer.Schema = new OpenApiSchema { OneOf = [answer.Schema!, new OpenApiSchemaReference(nameof(ComparisonView), context.Document)] };
    }

    private static void SayThatItMayBeNull(Microsoft.OpenApi.OpenApiDocument document, string view, string field)
    {
        if (document.Components?.Schemas?.TryGetValue(view, out var found) is true && found.Properties?.TryGetValue(field, out var value) is true)
        {
            found.Properties[field] = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, value] };
        }
    }

    // Forms are nullable throughout because input is judged as a whole; to a client, what is required is never null.
    private static void SayThatRequiredIsNotNull(OpenApiSchema schema)
    {
        foreach (var name in schema.Required ?? Enumerable.Empty<string>())
        {
            if (schema.Properties is null || !schema.Properties.TryGetValue(name, out var found) || found is not OpenApiSchema property)
            {
                continue;
            }

            property.Type &= ~JsonSchemaType.Null;
            if (property.OneOf?.Where(one => one.Type != JsonSchemaType.Null).ToList() is [var only] && property.OneOf.Count > 1)
            {
                schema.Properties[name] = only;
            }
        }
    }
}
