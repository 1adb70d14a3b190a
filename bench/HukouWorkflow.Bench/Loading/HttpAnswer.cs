using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace HukouWorkflow.Bench.Loading;

/// <summary>An HTTP/1.1 answer, read no further than a load generator must: its status, where it ends, and its Location.</summary>
internal readonly ref struct HttpAnswer
{
    private const int StatusAt = 9;
    private const int StatusDigits = 3;

    private HttpAnswer(int status, int length, ReadOnlySpan<byte> location)
    {
        Status = status;
        Length = length;
        Location = location;
    }

    /// <summary>The status.</summary>
    public int Status { get; }

    /// <summary>How many bytes it is long, head and body.</summary>
    public int Length { get; }

    /// <summary>The Location header, or nothing where there is none.</summary>
    public ReadOnlySpan<byte> Location { get; }

    /// <summary>Reads the answer that some bytes begin with.</summary>
    /// <param name="received">What was received so far.</param>
    /// <param name="answer">The answer, where all of it was received.</param>
    /// <returns>Whether all of it was received; if not, it is read again from the start with more bytes.</returns>
    /// <exception cref="BenchException">The bytes are no answer, or of a kind that no service of ours gives.</exception>
    public static bool TryRead(ReadOnlySpan<byte> received, out HttpAnswer answer)
    {
        answer = default;
        var headEnds = received.IndexOf("\r\n\r\n"u8);
        if (headEnds < 0)
        {
            return false;
        }

        var head = received[..(headEnds + 2)];
        if (!head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head.Slice(StatusAt, StatusDigits), out int status, out _))
        {
            throw new BenchException($"An answer began with what is no HTTP/1.1 status line: {Encoding.ASCII.GetString(head[..head.IndexOf("\r\n"u8)])}");
        }

        var bodyAt = headEnds + 4;
        var length = Utf8Parser.TryParse(Header(head, "\r\nContent-Length: "u8), out int counted, out _) ? counted
            : Header(head, "\r\nTransfer-Encoding: "u8).SequenceEqual("chunked"u8) ? ChunksLength(received[bodyAt..])
            : throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"An answer {status} says neither how long it is nor that it comes in chunks."));
        if (length is not { } known || received.Length < bodyAt + known)
        {
            return false;
        }

        answer = new HttpAnswer(status, bodyAt + known, Header(head, "\r\nLocation: "u8));
        return true;
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var at = head.IndexOf(name);
        if (at < 0)
        {
            return default;
        }

        var value = head[(at + name.Length)..];
        return value[..value.IndexOf("\r\n"u8)];
    }

    // Trailers are not looked for: Kestrel writes none unless asked to.
    private static int? ChunksLength(ReadOnlySpan<byte> body)
    {
        for (var at = 0; body[at..].IndexOf("\r\n"u8) is >= 0 and var digits;)
        {
            if (!Utf8Parser.TryParse(body.Slice(at, digits), out int size, out var read, 'x') || read != digits)
            {
                throw new BenchException("An answer's chunk does not begin with its size.");
            }

            at += digits + 2 + size + 2;
            if (at > body.Length)
            {
                return null;
            }

            if (size == 0)
            {
                return at;
            }
        }

        return null;
    }
}
