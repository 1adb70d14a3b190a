using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>The body of a request: what was told, and the hash by which a repeat is known.</summary>
internal sealed record RequestBody(Disclosure Told, UInt128 Hash)
{
    /// <summary>A mask, never the body.</summary>
    public override string ToString() => "RequestBody(masked)";

    /// <summary>Reads a body where the server's buffers hold it, without a copy.</summary>
    /// <returns>The body, or null where it is none that an agency takes.</returns>
    public static async ValueTask<RequestBody?> ReadAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(request.HttpContext.RequestAborted);
        }

        try
        {
            return request.HasJsonContentType() ? Parse(read.Buffer) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            reader.AdvanceTo(read.Buffer.End);
        }
    }

    private static RequestBody? Parse(ReadOnlySequence<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes);
        var told = JsonSerializer.Deserialize<Disclosure>(ref json, AgencyJson.Strict);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray(), hash);
        return told is null ? null : new RequestBody(told, BinaryPrimitives.ReadUInt128BigEndian(hash));
    }
}
