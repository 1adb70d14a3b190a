using System.Text;
using HukouWorkflow.Bench.Loading;

namespace HukouWorkflow.Bench.Tests.Loading;

public sealed class HttpAnswerTests
{
    private const string Counted = "HTTP/1.1 202 Accepted\r\nContent-Length: 11\r\nLocation: /api/applications/7\r\n\r\n{\"id\":\"7\"}\n";
    private const string Empty = "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nLocation: /\r\n\r\n";
    private const string Chunked = "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\nLocation: /api/applications/7\r\n\r\n4\r\n{\"id\r\n18\r\n\":\"7\",\"more\":\"\r\n0\r\n\r\nX\"}\r\n0\r\n\r\n";

    [Theory]
    [InlineData(Counted, 202, "/api/applications/7")]
    [InlineData(Empty, 204, "/")]
    [InlineData(Chunked, 202, "/api/applications/7")]
    public void Given_an_answer_that_comes_byte_by_byte_When_it_is_read_Then_it_is_whole_at_its_last_byte_and_not_before(string text, int status, string location)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var received = 0; received < bytes.Length; received++)
        {
            Assert.False(HttpAnswer.TryRead(bytes.AsSpan(0, received), out _), $"It was thought whole at byte {received} of {bytes.Length}.");
        }

        Assert.True(HttpAnswer.TryRead(bytes, out var answer));
        Assert.Equal(status, answer.Status);
        Assert.Equal(bytes.Length, answer.Length);
        Assert.Equal(location, Encoding.ASCII.GetString(answer.Location));
    }

    [Fact]
    public void Given_another_answer_behind_it_When_an_answer_is_read_Then_it_ends_where_it_ends()
    {
        Assert.True(HttpAnswer.TryRead(Encoding.ASCII.GetBytes(Counted + Empty), out var answer));
        Assert.Equal(Counted.Length, answer.Length);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n\r\n")]
    [InlineData("HTTP/1.1 abc\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 202 Accepted\r\n\r\n")]
    [InlineData("HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\nnone\r\n")]
    public void Given_what_is_no_answer_of_ours_When_it_is_read_Then_the_run_fails(string text) =>
        Assert.Throws<BenchException>(() => HttpAnswer.TryRead(Encoding.ASCII.GetBytes(text), out _));
}
