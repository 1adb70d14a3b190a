using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Agencies.Simulation;

/// <summary>Where one simulated agency takes its requests, meets its faults and keeps its books.</summary>
internal sealed class Desk(Agency agency, Func<string, Disclosure, Faults, AgencyAnswer> judge, FaultBoard board, byte[] secret, TimeProvider time)
{
    private const int MaxKey = 64;
    private readonly ConcurrentDictionary<string, Matter> _matters = new(StringComparer.Ordinal);

    /// <summary>The agency whose desk it is.</summary>
    public Agency Agency => agency;

    /// <summary>The books: every key whose work was done.</summary>
    public IEnumerable<BookEntry> Books => _matters.Select(matter => matter.Value.ToEntry()).OfType<BookEntry>();

    /// <summary>Handles a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var key = context.Request.Headers[AgencyCaller.KeyHeader].ToString();
        if (key.Length is 0 or > MaxKey || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            await Problem(context, StatusCodes.Status400BadRequest, "The header Idempotency-Key is missing or not 1 to 64 printable ASCII characters.");
            return;
        }

        if (await RequestBody.ReadAsync(context.Request) is not { } body)
        {
            await Problem(context, StatusCodes.Status400BadRequest, "The body is not the JSON of a request to this agency.");
            return;
        }

        var faults = board.Current;
        var matter = _matters.GetOrAdd(key, static key => new Matter(key));
        var attempt = matter.Count();
        var hit = faults.Hit(agency);
        var draw = hit ? FaultDraw.Of(faults, key, attempt) : default;
        if (hit && faults.LatencyMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(faults.LatencyMs), time, context.RequestAborted);
        }

        if (draw.Error)
        {
            await Problem(context, StatusCodes.Status503ServiceUnavailable, "The agency is out of order.");
            return;
        }

        var answer = Settle();
        if (draw.Duplicate)
        {
            matter.Count();
            answer = Settle();
        }

        if (draw.Drop)
        {
            context.Abort();
            return;
        }

        if (draw.Late)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(faults.LateMs), time, context.RequestAborted);
        }

        await (answer is null
            ? Problem(context, StatusCodes.Status422UnprocessableEntity, "The key was used with another body.")
            : context.Response.WriteAsJsonAsync(answer, AgencyJson.Options, context.RequestAborted));

        AgencyAnswer? Settle() => matter.Settle(body.Hash, Mask(body.Told.Person.ResidentId), () => judge(key, body.Told, faults));
    }

    // The books must tell persons apart without saying who they are; the secret dies with the simulator.
    private ulong Mask(string? residentId)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(residentId ?? ""), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static Task Problem(HttpContext context, int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);
}
