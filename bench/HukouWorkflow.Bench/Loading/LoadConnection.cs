using System.Diagnostics;
using System.Net.Sockets;

namespace HukouWorkflow.Bench.Loading;

/// <summary>One connection: sends an application, waits for its answer, and sends the next. Nothing is allocated for a request.</summary>
internal sealed class LoadConnection(LoadPlan plan, ApplicationRequest request, Turnstile people, Pace? pace, LoadTally tally)
{
    private static readonly TimeSpan UntilNextTry = TimeSpan.FromMilliseconds(20);
    private byte[] _received = new byte[8 * 1024];

    /// <summary>Sends until nobody is left to apply.</summary>
    /// <exception cref="BenchException">The connection broke and was not expected to.</exception>
    public async Task RunAsync()
    {
        while (!people.IsClosed)
        {
            try
            {
                await UseAsync();
            }
            catch (SocketException fault)
            {
                if (!plan.BreaksExpected)
                {
                    throw new BenchException($"A connection to {plan.Address} broke, so no figure can be trusted: {fault.Message}");
                }

                await Task.Delay(UntilNextTry);
            }
        }
    }

    private async Task UseAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(plan.Address.Host, plan.Address.Port);
        while (people.TryNext(out var person))
        {
            var began = pace is null ? Stopwatch.GetTimestamp() : await pace.ArriveAsync(person);
            tally.Sending();
            await SendAsync(socket, request.Of(person));
            await ReceiveAsync(socket, began);
        }
    }

    private static async ValueTask SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
        }
    }

    private async ValueTask ReceiveAsync(Socket socket, long began)
    {
        var filled = 0;
        do
        {
            if (filled == _received.Length)
            {
                Array.Resize(ref _received, filled * 2);
            }

            var read = await socket.ReceiveAsync(_received.AsMemory(filled), SocketFlags.None);
            if (read == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            filled += read;
        }
        while (!IsAnswered(filled, began));
    }

    private bool IsAnswered(int filled, long began)
    {
        if (!HttpAnswer.TryRead(_received.AsSpan(0, filled), out var answer))
        {
            return false;
        }

        tally.Answered(answer, _received.AsSpan(0, answer.Length), began);
        return answer.Length == filled
            ? true
            : throw new BenchException("An answer is longer than it says, so no later one can be told from it.");
    }
}
