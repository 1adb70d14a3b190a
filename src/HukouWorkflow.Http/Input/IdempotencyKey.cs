using System.Security.Cryptography;
using System.Text;
using HukouWorkflow.Core.Ports;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Http.Input;

/// <summary>The <c>Idempotency-Key</c> of a call.</summary>
internal static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";
    private const int Longest = 64;

    /// <summary>The answer to keep under the call's key, still without its case; null where the call has none or it is wrong.</summary>
    /// <param name="request">The call.</param>
    /// <param name="subject">Who calls: the same key of two accounts is two keys.</param>
    /// <param name="body">The body: another one under the same key is another call.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IdempotentAnswer? Read(HttpRequest request, string subject, ReadOnlySpan<byte> body, InputProblems problems)
    {
        var values = request.Headers[Header];
        if (values.Count == 0)
        {
            return null;
        }

        if (values is not [{ Length: > 0 and <= Longest } key] || key.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            problems.Add(Header, "input.idempotencyKey");
            return null;
        }

        return new IdempotentAnswer(
            Fingerprint(Encoding.UTF8.GetBytes($"{subject}\n{key}"), []),
            Fingerprint(Encoding.UTF8.GetBytes($"{request.Path}\n"), body),
            default,
            0);
    }

    private static byte[] Fingerprint(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(first);
        hash.AppendData(second);
        return hash.GetHashAndReset()[..16];
    }
}
