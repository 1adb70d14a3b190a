using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace HukouWorkflow.Http.Input;

/// <summary>Reads a request's body: JSON, of limited size.</summary>
internal static class Body
{
    /// <summary>Bytes a body may have.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The body's bytes, or the problem that stands in their way.</summary>
    /// <exception cref="BadHttpRequestException">The client broke off or sent too much.</exception>
    public static async Task<(ReadOnlyMemory<byte> Bytes, IResult? Problem)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            // No body says as much as an object without fields.
            return ("{}"u8.ToArray(), null);
        }

        if (!IsJson(request.ContentType))
        {
            return (default, Problems.Problem.Of(context, StatusCodes.Status415UnsupportedMediaType, "contentType"));
        }

        if (request.ContentLength > MaxBytes)
        {
            return (default, Problems.Problem.Of(context, StatusCodes.Status413PayloadTooLarge, "tooLarge", MaxBytes));
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
            {
                // A read left open would break the connection off before the answer, or the next one on it.
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (default, Problems.Problem.Of(context, StatusCodes.Status413PayloadTooLarge, "tooLarge", MaxBytes));
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (bytes, null);
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
